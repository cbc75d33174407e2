import { type Connection, numberAt } from './connection.ts';

/** Keeps a database quick after changes, a little at a time. */
export interface Tidying {
	/** Notes that so many stories were changed. */
	changed(stories: number): void;
	/** Moves the log into the database, outside of a transaction; it must not grow for long. */
	moveLog(): void;
	/** Does a piece of the work, outside of a transaction; false when nothing is left to do. */
	tidy(): boolean;
}

/** After so many stories the log is moved into the database, before that takes long. */
const storiesInLog = 200;
/** So many pages of the full text are merged at a time, which takes a few milliseconds. */
const pagesAtOnce = 32;
/** After so many of these pieces the log is moved as well. */
const piecesInLog = 32;

/** Looks after the log of a database and the parts of its full text. */
export function createTidying(connection: Connection): Tidying {
	let stories = 0;
	let pieces = 0;
	let tables: ('heads' | 'words')[] = ['heads', 'words'];

	const changes = () => numberAt(connection.row('select total_changes()'), 0);
	/** Merges a little; false when there are too few parts. */
	const hasMerged = (table: 'heads' | 'words'): boolean => {
		const before = changes();
		connection.run(`insert into ${table} (${table}, rank) values ('merge', ${pagesAtOnce})`);
		// One change is the command itself.
		return changes() - before > 1;
	};
	const moveLog = () => {
		connection.row('pragma wal_checkpoint(passive)');
		stories = 0;
		pieces = 0;
	};
	return {
		moveLog,
		changed(count) {
			stories += count;
			tables = ['heads', 'words'];
		},
		tidy() {
			if (stories >= storiesInLog || pieces >= piecesInLog) {
				moveLog();
				return true;
			}
			const [table] = tables;
			if (table === undefined) return false;
			if (hasMerged(table)) pieces += 1;
			else tables = tables.slice(1);
			return true;
		},
	};
}
