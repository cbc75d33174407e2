import type { DamagedFile } from '#shared/contract/articles.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import type { Status } from '#shared/model/status.ts';
import { uniqueSlug } from '#shared/text/slug.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { WorkQueues } from '../disk/work-queues.ts';
import type { WriteLock } from '../disk/write-lock.ts';
import type { StoryKeeper } from '../history/story-keeper.ts';
import type { NewsroomFolder } from '../newsroom/newsroom-folder.ts';
import type { ArticleIndex } from './article-index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Reading } from './reading.ts';

/** A story in the trash. */
export interface TrashedStory {
	/** Its file, relative to the newsroom. */
	readonly path: string;
	readonly headline: string;
	readonly status: Status;
	readonly trashed: Date;
}

/** What is known of the stories of the open newsroom; the store and the trash work on it together. */
export interface Shelf {
	readonly disk: FileSystem;
	readonly queues: WorkQueues;
	/** Held for each moment in which the files of stories change. */
	readonly lock: WriteLock;
	readonly index: ArticleIndex;
	readonly catalogue: Catalogue;
	/** How much of the newsroom has been read. */
	readonly reading: Reading;
	/** Damaged files by their path. */
	readonly damaged: Map<string, DamagedFile>;
	readonly trashed: Map<ArticleId, TrashedStory>;
	/** Slugs that a write under way is going to use. */
	readonly claims: Map<Slug, ArticleId>;
	/** Keeps the revisions that reading and writing call for. */
	readonly keeper: StoryKeeper;
	/** The newsroom as it now is; its settings and taxonomy change while it is open. */
	readonly folder: () => NewsroomFolder;
	readonly now: () => Date;
	/** Tells everybody that these stories changed. */
	readonly changed: (ids: readonly ArticleId[]) => void;
}

/** Puts a story as it now is on the shelf; `revision` is what its file holds. */
export function shelve(shelf: Shelf, article: Article, path: string, revision: Revision): void {
	shelf.reading.touch(article.id, path);
	shelf.catalogue.put({ id: article.id, path, slug: article.slug, revision });
	shelf.index.put(article, path, revision);
}

/** Takes a story off the shelf. */
export function unshelve(shelf: Shelf, id: ArticleId): void {
	shelf.reading.touch(id, shelf.catalogue.get(id)?.path ?? null);
	shelf.catalogue.remove(id);
	shelf.index.remove(id);
}

/** A slug that no other story has or is about to get, kept for this one until `release`; `own` is the one it has. */
export async function claimSlug(
	shelf: Shelf,
	id: ArticleId,
	wanted: Slug,
	own: Slug | null = null,
): Promise<{ slug: Slug; release: () => void }> {
	// A story that keeps its slug need not wait for what is still unread.
	const unread = wanted === own ? new Set<Slug>() : await unreadSlugs(shelf, wanted);
	const slug = firstFree(shelf, id, wanted, unread);
	shelf.claims.set(slug, id);
	const release = () => {
		if (shelf.claims.get(slug) === id) shelf.claims.delete(slug);
	};
	return { slug, release };
}

/** The wanted slug, or one made from it that no other story has. */
export async function freeSlug(shelf: Shelf, id: ArticleId, wanted: Slug): Promise<Slug> {
	return firstFree(shelf, id, wanted, await unreadSlugs(shelf, wanted));
}

/** Slugs that stories may have whose files have not been read yet, by their names. */
async function unreadSlugs(shelf: Shelf, wanted: Slug): Promise<ReadonlySet<Slug>> {
	if (shelf.reading.isWhole()) return new Set();
	await shelf.reading.catalogued;
	return new Set(await shelf.index.unreadSlugs(wanted));
}

function firstFree(shelf: Shelf, id: ArticleId, wanted: Slug, unread: ReadonlySet<Slug>): Slug {
	return uniqueSlug(wanted, (slug) => {
		const claimer = shelf.claims.get(slug);
		return unread.has(slug) || shelf.catalogue.isSlugTaken(slug, id) || (claimer !== undefined && claimer !== id);
	});
}
