import { rmSync } from 'node:fs';
import { type Connection, connect, numberAt } from './connection.ts';
import { IndexDamaged, IndexUnusable, withNamedFailures } from './index-failure.ts';
import { noPageSums, openPageSums, type PageSums, sumsEnding } from './page-sums.ts';
import { schema, schemaVersion } from './schema.ts';

/** An open database of this version's form. */
export interface OpenedIndex {
	readonly connection: Connection;
	readonly sums: PageSums;
	/** Nothing of an earlier time was there or usable. */
	readonly isNew: boolean;
	/** What was wrong with the one that was there and is deleted; null when nothing was. */
	readonly damage: string | null;
}

/**
 * Opens the index, and holds it so that no other process can. One that is damaged or of another version is deleted and
 * made anew. Throws `IndexBusy` when another process holds it, `IndexUnusable` when the disk does not let us.
 */
export function openIndex(file: string): OpenedIndex {
	let damage: string | null = null;
	try {
		const opened = tryToOpen(file);
		if (opened !== null) return { ...opened, damage };
	} catch (error) {
		if (!(error instanceof IndexDamaged)) throw error;
		damage = error.message;
	}
	deleteIndex(file);
	const made = tryToOpen(file);
	if (made === null) throw new IndexUnusable('The index was deleted and is damaged again.');
	return { ...made, damage };
}

/** Deletes an index with everything that belongs to it. */
export function deleteIndex(file: string): void {
	if (file === memory) return;
	try {
		// The log first: without its database it is worth nothing, while a database must not meet the log of another.
		for (const end of ['-wal', '-shm', '-journal', sumsEnding, '']) rmSync(`${file}${end}`, { force: true });
	} catch (error) {
		throw new IndexUnusable(`The damaged index cannot be deleted: ${String(error)}`, { cause: error });
	}
}

/** Moves what was kept from the log to its place. With `shorten` the log takes no room on the disk afterwards. */
export function moveLog({ connection, sums }: Pick<OpenedIndex, 'connection' | 'sums'>, shorten = false): void {
	sums.noteMoved(numberAt(connection.row('pragma wal_checkpoint(passive)'), 2));
	if (shorten) connection.row('pragma wal_checkpoint(truncate)');
}

/** Closes an index; what is not committed is taken back. */
export function closeIndex({ connection, sums }: Pick<OpenedIndex, 'connection' | 'sums'>): void {
	try {
		if (connection.isInTransaction) connection.script('rollback');
		moveLog({ connection, sums });
	} catch (error) {
		// A statement that broke off at damage still holds its table; the log stays, and the damage was told.
		if ((error as { readonly code?: unknown }).code !== 'SQLITE_LOCKED') throw error;
	} finally {
		connection.close();
		sums.close();
	}
}

const memory = ':memory:';

/** With half as many pages as by itself the database is smaller, and a search reads less often. */
const pageSize = 8192;
/** The full text comes in pieces that fill a page, with what the page says of them. */
const piece = pageSize - 46;

/**
 * How the full text is kept, in its own tables: what comes in one transaction is gathered before it is written, up to
 * 32 MB, and the parts so made are merged by `tidyIndex` alone, sixteen at a time and in small pieces. By itself the
 * database would merge inside of a change, for up to half a second.
 */
const fullTextSettings = (['headlines', 'words'] as const)
	.flatMap((table) =>
		Object.entries({ hashsize: 32 * 1024 * 1024, pgsz: piece, automerge: 0, crisismerge: 1000, usermerge: 16 }).map(
			([name, value]) => `insert into ${table} (${table}, rank) values ('${name}', ${value})`,
		),
	)
	.join('; ');

/** Null when what lies there is no index of this version; throws `IndexDamaged` when that cannot be told. */
function tryToOpen(file: string): Omit<OpenedIndex, 'damage'> | null {
	const connection = open(file);
	let sums: PageSums = noPageSums;
	try {
		return withNamedFailures(() => {
			const state = prepareIndex(connection);
			const isNew = state === 'new';
			if (state !== null) {
				if (file !== memory) sums = openPageSums(file, pageSize, isNew);
				if (isNew) moveLog({ connection, sums });
				return { connection, sums, isNew };
			}
			connection.close();
			return null;
		});
	} catch (error) {
		connection.close();
		sums.close();
		throw error;
	}
}

function open(file: string): Connection {
	try {
		return connect(file);
	} catch (error) {
		// libsql gives a failure to open no code.
		throw new IndexUnusable(`The index cannot be opened: ${String(error)}`, { cause: error });
	}
}

function prepareIndex(connection: Connection): 'new' | 'kept' | null {
	// Means something to a new database only.
	connection.script(`pragma page_size = ${pageSize}`);
	connection.row('pragma locking_mode = exclusive');
	connection.row('pragma journal_mode = wal');
	connection.row('pragma synchronous = normal');
	connection.row('pragma temp_store = memory');
	connection.row(`pragma cache_size = ${-16 * 1024}`);
	// Only `moveLog` does it, which takes over the checksums.
	connection.row('pragma wal_autocheckpoint = 0');
	// Takes the lock, which lasts until the end.
	connection.script('begin exclusive; commit');
	const version = numberAt(connection.row('pragma user_version'), 0);
	const tables = numberAt(connection.row('select count(*) from sqlite_schema'), 0);
	if (version === schemaVersion && tables > 0) return 'kept';
	if (version !== 0 || tables > 0) return null;
	// In one transaction, so that an index either has all its tables and its version or is empty.
	connection.script(`begin; ${schema}; ${fullTextSettings}; pragma user_version = ${schemaVersion}; commit`);
	return 'new';
}
