import type { DamagedFile } from '#shared/contract/articles.ts';
import { uniqueSlug } from '#shared/document/slug.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import type { ArticleIndex } from './article-index.ts';
import type { FileSystem } from './file-system.ts';
import type { NewsroomFolder } from './newsroom-folder.ts';
import { indexedStory } from './story-summary.ts';
import type { WorkQueues } from './work-queues.ts';

/** A story in the trash. */
export interface TrashedStory {
	/** Its file, relative to the newsroom. */
	readonly path: string;
	readonly article: Article;
	readonly trashed: Date;
}

/** What is known of the stories of the open newsroom; the store and the trash work on it together. */
export interface Shelf {
	readonly disk: FileSystem;
	readonly queues: WorkQueues;
	readonly index: ArticleIndex;
	/** Damaged files by their path. */
	readonly damaged: Map<string, DamagedFile>;
	readonly trashed: Map<ArticleId, TrashedStory>;
	/** Slugs that a write under way is going to use. */
	readonly claims: Map<Slug, ArticleId>;
	/** The newsroom as it now is; its settings and taxonomy change while it is open. */
	readonly folder: () => NewsroomFolder;
	readonly now: () => Date;
	/** Tells everybody that these stories changed. */
	readonly changed: (ids: readonly ArticleId[]) => void;
}

/** Puts a story as it now is on the shelf. */
export function shelve(shelf: Shelf, article: Article, path: string): void {
	shelf.index.put(indexedStory(article, path, shelf.folder().newsroom.limits, shelf.now()));
}

/** A slug that no other story has or is about to get, kept for this one until `release`. */
export function claimSlug(shelf: Shelf, id: ArticleId, wanted: Slug): { slug: Slug; release: () => void } {
	const slug = freeSlug(shelf, id, wanted);
	shelf.claims.set(slug, id);
	const release = () => {
		if (shelf.claims.get(slug) === id) shelf.claims.delete(slug);
	};
	return { slug, release };
}

/** The wanted slug, or one made from it that no other story has. */
export function freeSlug(shelf: Shelf, id: ArticleId, wanted: Slug): Slug {
	return uniqueSlug(wanted, (slug) => {
		const claimer = shelf.claims.get(slug);
		return shelf.index.isSlugTaken(slug, id) || (claimer !== undefined && claimer !== id);
	});
}
