import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { IndexState } from '#shared/contract/articles.ts';
import { type IndexDatabase, openIndexDatabase } from './index-database.ts';
import { IndexBusy, IndexDamaged, IndexUnusable, isDatabaseFailure } from './index-failure.ts';
import { deleteIndex } from './open-index.ts';

/** A place that holds nothing once it is closed. */
const inMemory = ':memory:';

/** An index that is open, where it lies, and what is told of it once it is as the files are. */
export interface OpenedPlace {
	readonly database: IndexDatabase;
	readonly place: string;
	readonly state: IndexState;
	/** What was wrong with the one that lay there, which is deleted; null when nothing was. */
	readonly damage: string | null;
}

/**
 * Opens the index in the first of these files that can be had, in memory where none can; `refused` hears of the others.
 * `begin` does what every index begins with, which may show that one is damaged.
 */
export function openFirstPlace(
	places: readonly string[],
	begin: (database: IndexDatabase) => void,
	refused: (place: string, reason: string) => void,
): OpenedPlace {
	let last = 'Galley knows no folder for it';
	for (const place of places) {
		try {
			mkdirSync(dirname(place), { recursive: true });
			return { ...openTwice(place, begin), place, state: { kind: 'ready' } };
		} catch (error) {
			last = error instanceof Error ? error.message : String(error);
			// Two windows on one newsroom are nothing to tell of.
			if (!(error instanceof IndexBusy)) refused(place, last);
		}
	}
	const reason = `The index cannot be kept on the disk, so it is made again at each start; everything else works. The reason: ${last}`;
	return { ...openAndBegin(inMemory, begin), place: inMemory, state: { kind: 'unkept', reason } };
}

type Opened = Pick<OpenedPlace, 'database' | 'damage'>;

/** Opens an index, and makes it anew when it turns out to be damaged. */
function openTwice(place: string, begin: (database: IndexDatabase) => void): Opened {
	try {
		return openAndBegin(place, begin);
	} catch (error) {
		if (!(error instanceof IndexDamaged)) throw error;
		deleteIndex(place);
		return { ...openAndBegin(place, begin), damage: error.message };
	}
}

function openAndBegin(place: string, begin: (database: IndexDatabase) => void): Opened {
	const database = openIndexDatabase(place);
	try {
		begin(database);
		return { database, damage: database.damage };
	} catch (error) {
		giveUp(database);
		throw error;
	}
}

/** Closes an index of which nothing more is needed than what it holds on the disk. */
export function giveUp(database: IndexDatabase): void {
	try {
		database.close();
	} catch (error) {
		// What it could not write down is made anew the next time.
		if (!isDatabaseFailure(error)) throw error;
	}
}

/** Deletes a damaged index; false when the disk does not let us. */
export function isDeleted(place: string): boolean {
	try {
		deleteIndex(place);
		return true;
	} catch (error) {
		if (error instanceof IndexUnusable) return false;
		throw error;
	}
}
