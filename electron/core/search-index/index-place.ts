import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { IndexState } from '#shared/contract/articles.ts';
import { type IndexDatabase, openIndexDatabase } from './index-database.ts';
import { IndexBusy, IndexDamaged } from './index-failure.ts';

/** A place that holds nothing once it is closed. */
const inMemory = ':memory:';

/** An index that is open, where it lies, and what is told of it once it is as the files are. */
export interface OpenedPlace {
	readonly database: IndexDatabase;
	readonly place: string;
	readonly state: IndexState;
}

/** Opens the index in the first of these files that can be had, in memory where none can; `refused` hears of the others. */
export function openFirstPlace(
	places: readonly string[],
	refused: (place: string, reason: string) => void,
): OpenedPlace {
	let last = 'Galley knows no folder for it';
	for (const place of places) {
		try {
			mkdirSync(dirname(place), { recursive: true });
			return { database: openTwice(place), place, state: { kind: 'ready' } };
		} catch (error) {
			last = error instanceof Error ? error.message : String(error);
			// Two windows on one newsroom are nothing to tell of.
			if (!(error instanceof IndexBusy)) refused(place, last);
		}
	}
	const reason = `The index cannot be kept on the disk, so it is made again at each start; everything else works. The reason: ${last}`;
	return { database: openIndexDatabase(inMemory), place: inMemory, state: { kind: 'unkept', reason } };
}

function openTwice(place: string): IndexDatabase {
	try {
		return openIndexDatabase(place);
	} catch (error) {
		if (!(error instanceof IndexDamaged)) throw error;
		// A damaged one is deleted when it is opened again.
		return openIndexDatabase(place);
	}
}
