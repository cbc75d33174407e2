import type { LinkedStory } from '#shared/contract/articles.ts';
import type { Services } from '#shared/contract/index.ts';
import { slugify } from '#shared/document/slug.ts';
import { FailureError } from '#shared/failure.ts';
import { type Category, categoryPath, type Slug } from '#shared/model/category.ts';
import { createStory, duplicateStory, openStory, saveStory } from './article-store.ts';
import { listTrash, restoreStory, trashStory } from './article-trash.ts';
import { diskFailure } from './disk-failure.ts';
import { emptyTrash } from './empty-trash.ts';
import { recheckDamaged } from './fill-shelf.ts';
import { inNewsroom, refuseLinksOut } from './newsroom-path.ts';
import type { OpenNewsroom } from './open-newsroom.ts';
import { freeSlug } from './shelf.ts';

const longestDamagedText = 1024 * 1024;

/** The operations on stories; `open` answers the open newsroom or throws that there is none. */
export function articleServices(
	open: () => OpenNewsroom,
	log: (message: string, error?: unknown) => void,
): Pick<Services, 'articles' | 'search'> {
	const shelf = () => open().shelf;
	return {
		articles: {
			list: async ({ category, ...query }) => {
				const categories = category === null ? null : withThoseBelow(open().folder().categories, category);
				return shelf().index.list({ ...query, categories });
			},
			counts: async () => ({
				queues: shelf().index.countQueues(),
				categories: shelf().index.countCategories(upwardsIn(open().folder().categories)),
				trash: shelf().trashed.size,
				damaged: shelf().damaged.size,
			}),
			get: ({ id }) => openStory(shelf(), id),
			create: ({ headline }) => createStory(shelf(), headline),
			duplicate: ({ id }) => duplicateStory(shelf(), id),
			save: async ({ article, basedOn, reason, session }) => {
				const { shelf, journal } = open();
				const outcome = await saveStory(shelf, article, basedOn, reason);
				if (outcome.kind === 'saved' && session !== undefined) {
					// The save stands; an entry that stays is the same as the file and cleaned at the next start.
					await journal.clearIfSame(session, article).catch((error) => log('a journal entry stays', error));
				}
				return outcome;
			},
			trash: async ({ id }) => {
				await trashStory(shelf(), id);
				return { id };
			},
			restore: async ({ id }) => {
				await restoreStory(shelf(), id);
				return { id };
			},
			emptyTrash: ({ ids }) => emptyTrash(open(), ids),
			trashed: async () => listTrash(shelf()),
			damaged: async () => {
				await recheckDamaged(shelf());
				return [...shelf().damaged.values()];
			},
			damagedText: ({ path }) => readDamaged(open(), path),
			linked: async ({ ids }) => {
				const { index } = shelf();
				return ids.map((id) => index.get(id)?.linked ?? null).filter((story): story is LinkedStory => story !== null);
			},
			trending: async () => shelf().index.trending(),
			suggestSlug: async ({ id, headline }) => ({ slug: freeSlug(shelf(), id, slugify(headline)) }),
		},
		search: {
			articles: async ({ text, limit, exclude }) => shelf().index.search(text, limit, new Set(exclude)),
		},
	};
}

/** Finds a category and those above it; each path through the tree is walked once. */
function upwardsIn(categories: readonly Category[]): (slug: Slug) => readonly Slug[] {
	const paths = new Map(
		categories.map(({ slug }) => [slug, categoryPath(categories, slug).map((category) => category.slug)]),
	);
	return (slug) => paths.get(slug) ?? [slug];
}

/** The text of a damaged file, of those that are listed as damaged and no other. */
async function readDamaged({ shelf }: OpenNewsroom, path: string): Promise<{ text: string }> {
	if (!shelf.damaged.has(path)) {
		throw new FailureError('not-found', 'This file is not among the damaged ones.', path);
	}
	const newsroom = shelf.folder().path;
	try {
		await refuseLinksOut(shelf.disk, newsroom, inNewsroom(newsroom, path));
		const bytes = await shelf.disk.readFile(inNewsroom(newsroom, path));
		return { text: Buffer.from(bytes.subarray(0, longestDamagedText)).toString('utf8') };
	} catch (error) {
		throw diskFailure(error, 'read', path);
	}
}

/** A category and all below it. */
function withThoseBelow(categories: readonly Category[], top: Slug): ReadonlySet<Slug> {
	const found = new Set([top]);
	// A set that grows while it is walked is walked to its new end.
	for (const slug of found) {
		for (const category of categories) if (category.parent === slug) found.add(category.slug);
	}
	return found;
}
