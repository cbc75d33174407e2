import type { LinkedStory, Selection } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { Slug } from '#shared/model/category.ts';
import type { Status } from '#shared/model/status.ts';
import type { StoryStatus } from '../articles/article-index.ts';
import type { NewsroomFolder } from '../newsroom/newsroom-folder.ts';

/** What the checks and the JSON of a story take from its newsroom. */
export interface NewsroomNow extends Pick<NewsroomFolder, 'newsroom' | 'categories'> {
	/** The moment that embargoes are held against. */
	readonly now: Date;
}

/** A story with where its file lies, and what that holds. */
export interface ReadArticle {
	readonly kind: 'article';
	readonly article: Article;
	readonly path: string;
	readonly revision: Revision;
	/** Of the file, in bytes. */
	readonly size: number;
	/** Whether its working copy has changes that are not live. */
	readonly hasHeldBack: boolean;
}

/** A story's file as it was read for an export; one that cannot be used says why. */
export type StoryFile =
	| ReadArticle
	| { readonly kind: 'unusable'; readonly reason: string }
	| { readonly kind: 'gone' };

/** Stories that are not as the index has them, as they now are; null for one that has yet to be read. */
export type ChangedStories = ReadonlyMap<ArticleId, StoryFile | null>;

/** What an export reads of a newsroom. */
export interface ExportSource {
	/** The newsroom's folder with its settings; an export never goes into it. */
	readonly folder: NewsroomFolder;
	/** The moment that embargoes are held against. */
	readonly now: Date;
	/** How many files do not parse; none of their stories is known. */
	readonly damaged: number;
	/** The stories of a selection with their status, as the index has them, newest first. */
	stories(selection: Selection): Promise<readonly StoryStatus[]>;
	/** Stories whose files are other than the index has them, or gone, at this moment. */
	changed(): Promise<ChangedStories>;
	/**
	 * A story as its file now is, in the place that is known or, failing that, where this export saw it. A newsroom that is
	 * gone is a `FailureError`; one bad file never is.
	 */
	read(id: ArticleId, seenAt?: string): Promise<StoryFile>;
	/** What the index knows of these stories; one that is gone or in the trash is not in it. */
	linked(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, LinkedStory>>;
	/** The revision of a story's file as far as it is known; null when the newsroom has none of it outside the trash. */
	revisionOf(id: ArticleId): Revision | null;
	isTrashed(id: ArticleId): boolean;
	/** The story that an address leads to; null when there is none outside the trash. */
	atAddress(slug: Slug): ArticleId | null;
	/** An image of the newsroom; null when there is none, a `FailureError` when it cannot be read. */
	readMedia(path: MediaPath): Promise<Uint8Array | null>;
	/** Keeps in their histories that these stories were exported; it costs no export. Null where nothing can be kept. */
	readonly keepExported: ((stories: readonly ExportedStory[]) => Promise<void>) | null;
}

/** A story that was exported, where its file lay and what that held then, and what lists show of it. */
export interface ExportedStory {
	readonly id: ArticleId;
	readonly path: string;
	readonly revision: Revision;
	readonly status: Status;
	readonly headline: string;
	readonly words: number;
}

/** How an export tells how far it is, and hears that it is to stop. */
export interface ExportTools {
	readonly onProgress?: ((done: number, total: number) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
	/** So much of stories, in bytes of their files, is kept from being judged until they are made; 50 MB by default. */
	readonly mostKept?: number | undefined;
}

/** Ends the work when it was cancelled. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) {
		throw new FailureError('cancelled', 'The export was cancelled. What was in the folder is as it was.');
	}
}
