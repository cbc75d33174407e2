import { numberAt } from './connection.ts';
import { moveLog, type OpenedIndex } from './open-index.ts';

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
/** After so many it is moved at once, also while questions leave no time to tidy: more than a scan puts in in between. */
const mostStoriesInLog = 3000;
/** So many pages of the full text are merged at a time; each time the beginnings of all its parts are written anew. */
const pagesAtOnce = 64;
/** After so many of these pieces the log is moved as well: a question waits for all of that, and it grows with each. */
const piecesInLog = 8;
/** What the log may keep on the disk once all is in order; making it longer again takes time. */
const longestLog = 4 * 1024 * 1024;

/** Looks after the log of a database and the parts of its full text. */
export function createTidying(opened: OpenedIndex): Tidying {
	const { connection } = opened;
	let stories = 0;
	let pieces = 0;
	let tables: ('headlines' | 'words')[] = ['headlines', 'words'];

	const changes = () => numberAt(connection.row('select total_changes()'), 0);
	/** Merges a little; false when there are too few parts. */
	const hasMerged = (table: 'headlines' | 'words'): boolean => {
		const before = changes();
		connection.run(`insert into ${table} (${table}, rank) values ('merge', ${pagesAtOnce})`);
		// One change is the command itself.
		return changes() - before > 1;
	};
	const move = (shorten = false) => {
		moveLog(opened, shorten);
		stories = 0;
		pieces = 0;
	};
	return {
		moveLog: move,
		changed(count) {
			stories += count;
			tables = ['headlines', 'words'];
			if (stories >= mostStoriesInLog) move();
		},
		tidy() {
			if (stories >= storiesInLog || pieces >= piecesInLog) {
				move();
				return true;
			}
			const [table] = tables;
			if (table === undefined) {
				// So that the checksums are right however this ends.
				const isLong = opened.sums.logSize() > longestLog;
				if (isLong || stories + pieces > 0) move(isLong);
				return false;
			}
			if (hasMerged(table)) pieces += 1;
			else tables = tables.slice(1);
			return true;
		},
	};
}
