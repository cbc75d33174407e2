import type { LinkedStory, Selection } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { Slug } from '#shared/model/category.ts';
import type { StoryStatus } from '../article-index.ts';
import { readStory } from '../article-store.ts';
import type { FileSystem } from '../file-system.ts';
import { type ExportHistories, exportHistories } from '../history/export-history.ts';
import type { NewsroomFolder } from '../newsroom-folder.ts';
import type { OpenNewsroom } from '../open-newsroom.ts';
import { placeOf } from '../place-of.ts';

/** What the checks and the JSON of a story take from its newsroom. */
export interface NewsroomNow extends Pick<NewsroomFolder, 'newsroom' | 'categories'> {
	/** The moment that embargoes are held against. */
	readonly now: Date;
}

/** What an export reads of a newsroom. */
export interface ExportSource {
	/** The newsroom's folder with its settings; an export never goes into it. */
	readonly folder: NewsroomFolder;
	readonly disk: FileSystem;
	/** The bundled script of the threads that make stories; null to make them in this one. */
	readonly script: string | null;
	/** The stories of a selection with their status, newest first. */
	stories(selection: Selection): Promise<readonly StoryStatus[]>;
	/** Where a story lies, relative to the newsroom; null when it lies nowhere. */
	place(id: ArticleId): Promise<string | null>;
	/** The slug that a story was last known by. */
	slugOf(id: ArticleId): Slug | null;
	/** A story as its file now is; null when that is gone or damaged. */
	read(id: ArticleId): Promise<Article | null>;
	/** What links to these stories show; one that is gone or in the trash is not in it. */
	linked(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, LinkedStory>>;
	/** What links to stories show, as `ArticleIndex` has it. */
	linkedLines(after: ArticleId, most: number): Promise<Uint8Array>;
	/** Whether the newsroom has the story, outside the trash. */
	isKnown(id: ArticleId): boolean;
	isTrashed(id: ArticleId): boolean;
	/** An image of the newsroom; null when there is none. */
	readMedia(path: MediaPath): Promise<Uint8Array | null>;
	/** Where what an export writes is kept; null where nothing can be kept. */
	readonly histories: ExportHistories | null;
	/** How many files do not parse; none of their stories is known. */
	readonly damaged: number;
	/** The moment that embargoes are held against. */
	readonly now: Date;
}

/** The open newsroom as an export reads it. */
export function exportSourceOf(newsroom: OpenNewsroom): ExportSource {
	const { folder, shelf, media, indexWorker } = newsroom;
	return {
		folder: folder(),
		disk: shelf.disk,
		script: indexWorker ?? null,
		stories: (selection) => shelf.index.select(selection),
		place: (id) => placeOf(shelf, id),
		slugOf: (id) => shelf.catalogue.get(id)?.slug ?? null,
		async read(id) {
			const file = await readStory(shelf, id);
			return file.kind === 'article' ? file.article : null;
		},
		async linked(ids) {
			if (ids.length === 0) return new Map();
			return new Map((await shelf.index.linked(ids)).map((story) => [story.id, story]));
		},
		linkedLines: (after, most) => shelf.index.linkedLines(after, most),
		isKnown: (id) => shelf.catalogue.get(id) !== null,
		isTrashed: (id) => shelf.trashed.has(id),
		readMedia: async (mediaPath) => (await media.read(mediaPath))?.bytes ?? null,
		histories: exportHistories(newsroom, newsroom.log),
		damaged: shelf.damaged.size,
		now: shelf.now(),
	};
}

/** Ends the work when it was cancelled. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) {
		throw new FailureError('cancelled', 'The export was cancelled. What was in the folder is as it was.');
	}
}
