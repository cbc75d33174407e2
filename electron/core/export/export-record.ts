import type { ArticleId } from '#shared/model/article.ts';
import { createSorting } from './in-slices.ts';
import { compareLines, type IndexLine } from './index-file.ts';
import { compareFiles, compareStories, type WrittenFile, type WrittenStory } from './manifest.ts';

/** What an export holds so far, put in order while it grows. */
export interface ExportRecord {
	/** Adds a file; one that is there already stays the same. */
	addFile(path: string, hash: string): void;
	/** SHA-256 of a file in hex; null when it is not there. */
	hashOf(path: string): string | null;
	addStory(story: WrittenStory, line: IndexLine): void;
	hasStory(id: ArticleId): boolean;
	hasStories(): boolean;
	/** The lines of `index.json` in their order, once every story is there. */
	lines(): Promise<readonly IndexLine[]>;
	/** What the manifest tells in its order, once all is there. */
	manifest(): Promise<{ readonly files: readonly WrittenFile[]; readonly stories: readonly WrittenStory[] }>;
}

/** Begins with nothing. */
export function createRecord(): ExportRecord {
	const hashes = new Map<string, string>();
	const ids = new Set<ArticleId>();
	const files = createSorting(compareFiles);
	const stories = createSorting(compareStories);
	const lines = createSorting(compareLines);
	return {
		addFile(path, hash) {
			if (hashes.has(path)) return;
			hashes.set(path, hash);
			files.add({ path, hash });
		},
		hashOf: (path) => hashes.get(path) ?? null,
		addStory(story, line) {
			ids.add(story.id);
			stories.add(story);
			lines.add(line);
		},
		hasStory: (id) => ids.has(id),
		hasStories: () => ids.size > 0,
		lines: () => lines.end(),
		manifest: async () => ({ files: await files.end(), stories: await stories.end() }),
	};
}
