import Database from 'libsql';
import { errorCode } from '../../disk/file-system.ts';

/** The index is open in another process. */
export class IndexBusy extends Error {
	override readonly name = 'IndexBusy';
}

/** What is on the disk cannot be read as an index; open it again to have it made anew. */
export class IndexDamaged extends Error {
	override readonly name = 'IndexDamaged';
}

/** The disk does not let us keep an index: no permission, no room, a folder in its place. */
export class IndexUnusable extends Error {
	override readonly name = 'IndexUnusable';
}

/** Runs work on the database and gives its failures the names that callers tell apart. */
export function withNamedFailures<Value>(work: () => Value): Value {
	try {
		return work();
	} catch (error) {
		throw nameFailure(error);
	}
}

function nameFailure(error: unknown): unknown {
	const options = { cause: error };
	if (!(error instanceof Database.SqliteError)) return nameSystemFailure(error, options);
	const { code } = error;
	if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) return new IndexBusy('The index is in use by another process.', options);
	if (/^SQLITE_(?:CORRUPT|NOTADB|FORMAT|SCHEMA|CONSTRAINT|MISMATCH)/.test(code) || isMalformed(error))
		return new IndexDamaged(`The index is damaged: ${error.message}`, options);
	if (/^SQLITE_(?:CANTOPEN|READONLY|PERM|FULL|IOERR|AUTH)/.test(code))
		return new IndexUnusable(`The index cannot be kept: ${error.message}`, options);
	return error;
}

/** What the system says of the files of an index; libsql names no failure so. */
function nameSystemFailure(error: unknown, options: ErrorOptions): unknown {
	const code = errorCode(error) ?? '';
	if (code === 'ENOENT') return new IndexDamaged('The index was deleted.', options);
	return /^E[A-Z0-9]+$/.test(code) ? new IndexUnusable(`The index cannot be kept: ${String(error)}`, options) : error;
}

/** Damage to what a table holds, rather than to the file, comes without a code of its own; so does that to the full text. */
function isMalformed(error: Error): boolean {
	return /malformed|corrupt|not a database|no such (?:table|column)|constructor failed|file format|^fts5: missing/i.test(
		error.message,
	);
}

/** Whether no index can be had in this place, as when the disk refuses or another process has it. */
export function isRefusal(error: unknown): boolean {
	return error instanceof IndexUnusable || error instanceof IndexBusy;
}

/** Whether the database itself failed, so that an index has to be made anew. */
export function isDatabaseFailure(error: unknown): boolean {
	return error instanceof IndexDamaged || isRefusal(error);
}
