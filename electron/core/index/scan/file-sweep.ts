import type { Sweep } from '../../articles/article-index.ts';
import type { NewsroomPath } from '../../disk/newsroom-path.ts';
import type { IndexDatabase } from '../store/index-database.ts';
import { compareFiles, type FileComparison } from './file-comparison.ts';
import { type FilesBelow, listFiles, marksOf } from './list-files.ts';
import { isGone, markNow } from './story-files.ts';

/** What a sweep works with. */
export interface SweepTools {
	readonly newsroom: NewsroomPath;
	readonly database: () => IndexDatabase;
	/** The marks of files that were reported and that the database does not have so. */
	readonly reported: Map<string, string>;
}

const filesAtOnce = 1000;

/** Finds the files below these folders that are not as the index has them, reading none; yields in small steps. */
export function* sweepFiles(tools: SweepTools, asked: readonly string[]): Generator<void, Sweep> {
	const { newsroom, reported } = tools;
	const roots = asked.filter((folder) => !asked.some((other) => folder !== other && isWithin(folder, other)));
	const folders = new Map<string, string>();
	const files: string[] = [];
	const missing = new Set<string>();
	for (const root of roots) {
		const found = yield* compareBelow(tools, root, folders);
		for (const path of reported.keys()) if (isWithin(path, root)) missing.add(path);
		for (const [path, mark] of found.files) {
			missing.delete(path);
			found.stored.delete(path);
			if (reported.get(path) === mark) continue;
			reported.set(path, mark);
			files.push(path);
		}
		for (const path of found.stored.keys()) missing.add(path);
	}
	// Without its settings the disk was pulled out, and nothing can be said of what is missing.
	const isThere = markNow(newsroom, 'newsroom.json') !== null;
	for (const path of missing) {
		yield;
		if (!isThere) continue;
		// One that was reported and is there is as the index has it by now.
		reported.delete(path);
		if (isGone(newsroom, path)) files.push(path);
	}
	return { folders, files };
}

/** Finds the files of stories that are not as the index has them, or gone, whether that was reported or not. */
export function* outdatedFiles(tools: Pick<SweepTools, 'newsroom' | 'database'>): Generator<void, readonly string[]> {
	const found = yield* compareBelow(tools, 'articles', new Map());
	return [...new Set([...found.files.keys(), ...found.stored.keys()])];
}

/** Compares the files below a folder with what the index has of them. */
function* compareBelow(
	{ newsroom, database }: Pick<SweepTools, 'newsroom' | 'database'>,
	root: string,
	folders: Map<string, string>,
): Generator<void, FileComparison> {
	const below: FilesBelow = { folders, files: [] };
	yield* listFiles(newsroom, root, below);
	const stored = new Map<string, string>();
	// Behind the slash comes the zero.
	for (const records of database().storedFiles(filesAtOnce, root, `${root}0`)) {
		for (const { path, mark } of records) if (isWithin(path, root)) stored.set(path, mark);
		yield;
	}
	return yield* compareFiles(marksOf(newsroom, below.files), stored);
}

/** Whether a path is this folder's or lies below it. */
function isWithin(path: string, folder: string): boolean {
	return path === folder || path.startsWith(`${folder}/`);
}
