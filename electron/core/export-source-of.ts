import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { readFoundFile } from './article-scan.ts';
import { readStory } from './article-store.ts';
import type { ExportedStory, ExportSource, StoryFile } from './export/export-source.ts';
import { mustBeThere } from './newsroom-folder.ts';
import type { OpenNewsroom } from './open-newsroom.ts';
import type { Shelf } from './shelf.ts';

/** The open newsroom as an export reads it; its files must be known, see `whole`. */
export function exportSourceOf(newsroom: OpenNewsroom): ExportSource {
	const { folder, shelf, media, log } = newsroom;
	return {
		folder: folder(),
		now: shelf.now(),
		damaged: shelf.damaged.size,
		stories: (selection) => shelf.index.select(selection),
		changed: () => changedStories(shelf),
		read: (id, seenAt) => readStoryFile(shelf, id, seenAt),
		async linked(ids) {
			if (ids.length === 0) return new Map();
			return new Map((await shelf.index.linked(ids)).map((story) => [story.id, story]));
		},
		isKnown: (id) => shelf.catalogue.get(id) !== null,
		isTrashed: (id) => shelf.trashed.has(id),
		readMedia: async (mediaPath) => (await media.read(mediaPath))?.bytes ?? null,
		keepExported: folder().readOnly === null ? (stories) => keepExported(shelf, stories, log) : null,
	};
}

/** A story's file; what is wrong with it alone is answered, a newsroom that is gone is a failure. */
async function readStoryFile(shelf: Shelf, id: ArticleId, seenAt?: string): Promise<StoryFile> {
	try {
		const file = await readStory(shelf, id);
		switch (file.kind) {
			case 'article':
				return { kind: 'article', article: file.article, path: file.path, revision: file.revision };
			case 'damaged':
				return { kind: 'unusable', reason: `${file.path} is damaged. ${file.reason}` };
			case 'gone': {
				const seen = seenAt === undefined ? null : await readFoundFile(shelf.disk, shelf.folder().path, seenAt);
				if (seenAt === undefined || seen?.kind !== 'article' || seen.article.id !== id) return file;
				return { kind: 'article', article: seen.article, path: seenAt, revision: seen.revision };
			}
		}
	} catch (error) {
		if (!(error instanceof FailureError)) throw error;
		await mustBeThere(shelf.disk, shelf.folder());
		return { kind: 'unusable', reason: error.failure.message };
	}
}

/** Stories that lie in files which the index has otherwise or not at all, as the files now are. */
async function changedStories(shelf: Shelf): Promise<ReadonlyMap<ArticleId, StoryFile>> {
	const changed = new Map<ArticleId, StoryFile>();
	const readFound = (path: string) => readFoundFile(shelf.disk, shelf.folder().path, path);
	for (const path of await shelf.index.outdated()) {
		const file = await readFound(path);
		// One that is damaged or gone is found so when it is read.
		if (file?.kind !== 'article') continue;
		const { article, revision } = file;
		const place = shelf.catalogue.get(article.id)?.path ?? path;
		// A second file of a story counts only once the first is gone.
		if (place !== path && (await readFound(place)) !== null) continue;
		changed.set(article.id, { kind: 'article', article, path, revision });
	}
	return changed;
}

/** As many as a disk syncs at once with profit. */
const lanes = 8;

/** Keeps in their histories that these stories were exported. It costs no export: what goes wrong is logged. */
async function keepExported(
	shelf: Shelf,
	stories: readonly ExportedStory[],
	log: (message: string, error?: unknown) => void,
): Promise<void> {
	const left = stories.values();
	const lane = async () => {
		for (const { id, revision } of left) {
			try {
				const file = await readStory(shelf, id);
				// One that changed in the moment since was saved or kept by whoever changed it.
				if (file.kind === 'article' && file.revision === revision) await shelf.keeper.note(file, 'export');
			} catch (error) {
				log(`that ${id} was exported could not be kept in its history`, error);
			}
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}
