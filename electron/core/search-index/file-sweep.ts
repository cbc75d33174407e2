import type { NewsroomPath } from '../newsroom-path.ts';
import { compareFiles } from './file-comparison.ts';
import { lookAtFolders } from './folder-looks.ts';
import type { IndexDatabase } from './index-database.ts';
import type { Sweep } from './index-news.ts';
import { isGone, markNow } from './story-files.ts';

/** What a sweep works with. */
export interface SweepTools {
	readonly newsroom: NewsroomPath;
	readonly database: () => IndexDatabase;
	/** The marks of files that were told and that the database does not have so. */
	readonly told: Map<string, string>;
}

const marksAtOnce = 1000;

/** Finds the files below these folders that are not as the index has them, reading none; yields in small steps. */
export function* sweepFiles(tools: SweepTools, asked: readonly string[]): Generator<Promise<void> | void, Sweep> {
	const { newsroom, database, told } = tools;
	const isBelow = (path: string, folder: string) => path.startsWith(`${folder}/`);
	const roots = asked.filter((folder) => !asked.some((other) => isBelow(folder, other)));
	const looks = lookAtFolders(newsroom, roots);
	yield* looks.steps;
	const files: string[] = [];
	const missing = new Set<string>();
	for (const root of roots) {
		// Behind the slash comes the zero.
		const stored = database().packedMarks(marksAtOnce, root, `${root}0`);
		const found = yield* compareFiles(looks.marks(root), stored);
		for (const path of told.keys()) if (path === root || isBelow(path, root)) missing.add(path);
		for (const [path, mark] of found.files) {
			missing.delete(path);
			found.stored.delete(path);
			if (told.get(path) === mark) continue;
			told.set(path, mark);
			files.push(path);
		}
		for (const path of found.stored.keys()) missing.add(path);
	}
	// Without its settings the disk was pulled out, and nothing can be said of what is missing.
	const isThere = markNow(newsroom, 'newsroom.json') !== null;
	for (const path of missing) {
		yield;
		if (!isThere) continue;
		// One that was told and is there is as the index has it by now.
		told.delete(path);
		if (isGone(newsroom, path)) files.push(path);
	}
	return { folders: looks.folders(), files };
}

/** Finds the files of stories that are not as the index has them, or gone, whether that was told or not. */
export function* outdatedFiles({
	newsroom,
	database,
}: Pick<SweepTools, 'newsroom' | 'database'>): Generator<Promise<void> | void, readonly string[]> {
	const looks = lookAtFolders(newsroom, ['articles']);
	yield* looks.steps;
	const found = yield* compareFiles(
		looks.marks('articles'),
		database().packedMarks(marksAtOnce, 'articles', 'articles0'),
	);
	return [...new Set([...found.files.keys(), ...found.stored.keys()])];
}
