import { rmSync } from 'node:fs';
import { type Connection, connect, numberAt } from './connection.ts';
import { IndexDamaged, IndexUnusable, withNamedFailures } from './index-failure.ts';
import { schema, schemaVersion } from './schema.ts';

/** An open database of this version's form. */
export interface OpenedIndex {
	readonly connection: Connection;
	/** Nothing of an earlier time was there or usable. */
	readonly isNew: boolean;
}

/**
 * Opens the index, and holds it so that no other process can. One that is damaged or of another version is deleted and
 * made anew. Throws `IndexBusy` when another process holds it, `IndexUnusable` when the disk does not let us.
 */
export function openIndex(file: string): OpenedIndex {
	const opened = tryToOpen(file);
	if (opened !== null) return opened;
	deleteIndex(file);
	const made = tryToOpen(file);
	if (made === null) throw new IndexUnusable('The index was deleted and is damaged again.');
	return made;
}

/** Deletes an index with everything that belongs to it. */
export function deleteIndex(file: string): void {
	if (file === ':memory:') return;
	try {
		// The log first: without its database it is worth nothing, while a database must not meet the log of another.
		for (const end of ['-wal', '-shm', '-journal', '']) rmSync(`${file}${end}`, { force: true });
	} catch (error) {
		throw new IndexUnusable(`The damaged index cannot be deleted: ${String(error)}`, { cause: error });
	}
}

/** With half as many pages as by itself the database is smaller, and a search reads less often. */
const pageSize = 8192;
/** The full text comes in pieces that fill a page, with what the page says of them. */
const piece = pageSize - 46;

/**
 * How the full text is kept, in its own tables: what comes in one transaction is gathered before it is written, up to
 * 32 MB, and the parts so made are merged by `tidyIndex` alone, sixteen at a time and in small pieces. By itself the
 * database would merge inside of a change, for up to half a second.
 */
export const fullTextSettings = (['heads', 'words'] as const)
	.flatMap((table) =>
		Object.entries({ hashsize: 32 * 1024 * 1024, pgsz: piece, automerge: 0, crisismerge: 1000, usermerge: 16 }).map(
			([name, value]) => `insert into ${table} (${table}, rank) values ('${name}', ${value})`,
		),
	)
	.join('; ');

/** Null when what lies there is no index of this version. */
function tryToOpen(file: string): OpenedIndex | null {
	let connection: Connection | null = null;
	try {
		const opened = open(file);
		connection = opened;
		const isReady = withNamedFailures(() => prepareIndex(opened));
		if (isReady !== null) return { connection, isNew: isReady === 'new' };
		connection.close();
		return null;
	} catch (error) {
		connection?.close();
		if (error instanceof IndexDamaged) return null;
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
	// Far more than `tidyIndex` lets come together: it takes long.
	connection.row('pragma wal_autocheckpoint = 8000');
	// Takes the lock, which lasts until the end.
	connection.script('begin exclusive; commit');
	const version = numberAt(connection.row('pragma user_version'), 0);
	const tables = numberAt(connection.row('select count(*) from sqlite_schema'), 0);
	if (version === schemaVersion && tables > 0) return checkIndex(connection) ? 'kept' : null;
	if (version !== 0 || tables > 0) return null;
	// In one transaction, so that an index either has all its tables and its version or is empty.
	connection.script(`begin; ${schema}; ${fullTextSettings}; pragma user_version = ${schemaVersion}; commit`);
	return 'new';
}

/** Looks at the ends of every table, which tells cheaply whether pages are there. */
function checkIndex(connection: Connection): boolean {
	const stories = numberAt(connection.row('select count(*) from story'), 0);
	return stories === numberAt(connection.row('select count(*) from file'), 0);
}
