import type { Services } from '#shared/contract/index.ts';
import { FailureError } from '#shared/failure.ts';
import { slugify } from '#shared/text/slug.ts';
import { createStory, duplicateStory, openStory, saveStory } from './article-store.ts';
import { listTrash, restoreStory, trashStory } from './article-trash.ts';
import { createBulkChanges } from './bulk/bulk-changes.ts';
import { diskFailure } from './disk-failure.ts';
import { emptyTrash } from './empty-trash.ts';
import { recheckDamaged } from './fill-shelf.ts';
import type { JobRunner } from './jobs.ts';
import { inNewsroom, refuseLinksOut } from './newsroom-path.ts';
import type { OpenNewsroom } from './open-newsroom.ts';
import { freeSlug } from './shelf.ts';

const longestDamagedText = 1024 * 1024;

/** The operations on stories; `open` answers the open newsroom or throws that there is none. */
export function articleServices(
	open: () => OpenNewsroom,
	jobs: JobRunner,
	log: (message: string, error?: unknown) => void,
): Pick<Services, 'articles' | 'search'> {
	const shelf = () => open().shelf;
	const bulk = createBulkChanges(open, jobs, log);
	return {
		articles: {
			list: ({ sort, cursor, limit, offset, ...filter }) => shelf().index.list({ filter, sort, cursor, limit, offset }),
			total: async (filter) => ({ total: await shelf().index.total(filter) }),
			facets: ({ of, begins, limit }) => shelf().index.facets(of, begins, limit),
			counts: async () => {
				const { index, trashed, damaged } = shelf();
				const [queues, categories] = await Promise.all([index.countQueues(), index.countCategories()]);
				return { queues, categories, trash: trashed.size, damaged: damaged.size };
			},
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
			change: async ({ selection, change }) => ({ job: bulk.change(selection, change) }),
			undoChange: async ({ undo }) => ({ job: bulk.undo(undo) }),
			trash: async ({ id }) => {
				await trashStory(shelf(), id);
				return { id };
			},
			restore: async ({ id }) => {
				await restoreStory(shelf(), id);
				return { id };
			},
			emptyTrash: ({ ids }) => emptyTrash(open(), ids),
			trashed: () => listTrash(shelf()),
			damaged: async () => {
				await recheckDamaged(shelf());
				return [...shelf().damaged.values()];
			},
			damagedText: ({ path }) => readDamaged(open(), path),
			linked: ({ ids }) => shelf().index.linked(ids),
			trending: () => shelf().index.trending(),
			suggestSlug: async ({ id, headline }) => ({ slug: await freeSlug(shelf(), id, slugify(headline)) }),
		},
		search: {
			articles: ({ text, limit, exclude }) => shelf().index.search(text, limit, exclude),
			index: async () => shelf().reading.state(),
		},
	};
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
