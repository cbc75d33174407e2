import type { NewsroomPath } from '../newsroom-path.ts';
import type { IndexDatabase } from './index-database.ts';
import type { Sweep } from './index-news.ts';
import { isGone, listStoryFiles, markNow, type StoryListing } from './story-files.ts';

/** What a sweep works with. */
export interface SweepTools {
	readonly newsroom: NewsroomPath;
	readonly database: () => IndexDatabase;
	/** The marks of files that were told and that the database does not have so. */
	readonly told: Map<string, string>;
}

const recordsAtOnce = 1000;

/** Finds the files below these folders that are not as the index has them, reading none; yields in small steps. */
export function* sweepFiles(tools: SweepTools, folders: readonly string[]): Generator<void, Sweep> {
	const { newsroom, database, told } = tools;
	const listing: StoryListing = { folders: new Map(), files: [] };
	for (const folder of folders) yield* listStoryFiles(newsroom, folder, listing);
	const isSwept = (path: string) => folders.some((folder) => path.startsWith(`${folder}/`) || path === folder);
	const marks = new Map<string, string>();
	for (const chunk of database().records(recordsAtOnce)) {
		for (const { path, mark } of chunk) if (isSwept(path)) marks.set(path, mark);
		yield;
	}
	const files: string[] = [];
	const missing = new Set([...told.keys()].filter(isSwept));
	for (const path of listing.files) {
		yield;
		const mark = markNow(newsroom, path)?.mark;
		if (mark === undefined) continue;
		missing.delete(path);
		const known = marks.get(path);
		marks.delete(path);
		if (mark === known) told.delete(path);
		else if (told.get(path) !== mark) {
			told.set(path, mark);
			files.push(path);
		}
	}
	// Without its settings the disk was pulled out, and nothing can be said of what is missing.
	const isThere = markNow(newsroom, 'newsroom.json') !== null;
	for (const path of new Set([...marks.keys(), ...missing])) {
		yield;
		if (!isThere || !isGone(newsroom, path)) continue;
		told.delete(path);
		files.push(path);
	}
	return { folders: listing.folders, files };
}
