import type { Services } from '#shared/contract/index.ts';
import { FailureError } from '#shared/failure.ts';
import { slugify } from '#shared/text/slug.ts';
import { createStory, duplicateStory, openStory, saveStory } from '../articles/article-store.ts';
import { listTrash, restoreStory, trashStory } from '../articles/article-trash.ts';
import { emptyTrash } from '../articles/empty-trash.ts';
import { freeSlug } from '../articles/shelf.ts';
import { createBulkChanges } from '../bulk/bulk-changes.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { inNewsroom, refuseLinksOut } from '../disk/newsroom-path.ts';
import { recheckDamaged } from '../index/fill-shelf.ts';
import type { JobRunner } from '../jobs.ts';
import { findBase } from '../journal/find-base.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';

const longestDamagedText = 1024 * 1024;

/** The operations on stories. */
export function articleServices(
	jobs: JobRunner,
	log: (message: string, error?: unknown) => void,
): Pick<Services<OpenNewsroom>, 'articles' | 'search'> {
	const bulk = createBulkChanges(jobs, log);
	return {
		articles: {
			list: ({ sort, cursor, limit, offset, ...filter }, { shelf }) =>
				shelf.index.list({ filter, sort, cursor, limit, offset }),
			total: async (filter, { shelf }) => ({ total: await shelf.index.total(filter) }),
			facets: ({ of, begins, limit }, { shelf }) => shelf.index.facets(of, begins, limit),
			counts: async (_, { shelf: { index, trashed, damaged } }) => {
				const [queues, categories] = await Promise.all([index.countQueues(), index.countCategories()]);
				return { queues, categories, trash: trashed.size, damaged: damaged.size };
			},
			get: ({ id }, { shelf }) => openStory(shelf, id),
			create: ({ headline }, { shelf }) => createStory(shelf, headline),
			duplicate: ({ id }, { shelf }) => duplicateStory(shelf, id),
			save: async ({ article, basedOn, reason, from }, newsroom) => {
				const save = () => saveStory(newsroom.shelf, article, basedOn, reason);
				if (from === undefined) return save();
				const base = await findBase(newsroom, article.id, basedOn, log);
				const work = { ...from, basedOn, base, mine: article };
				return newsroom.journal.aroundSave(work, save, ({ kind }) => kind === 'saved');
			},
			change: async ({ selection, change }, newsroom) => ({ job: bulk.change(newsroom, selection, change) }),
			undoChange: async ({ undo }, newsroom) => ({ job: bulk.undo(newsroom, undo) }),
			trash: async ({ id }, { shelf }) => {
				await trashStory(shelf, id);
				return { id };
			},
			restore: async ({ id }, { shelf }) => {
				await restoreStory(shelf, id);
				return { id };
			},
			emptyTrash: ({ ids }, newsroom) => emptyTrash(newsroom, ids),
			trashed: (_, { shelf }) => listTrash(shelf),
			damaged: async (_, { shelf }) => {
				await recheckDamaged(shelf);
				return [...shelf.damaged.values()];
			},
			damagedText: ({ path }, newsroom) => readDamaged(newsroom, path),
			linked: ({ ids }, { shelf }) => shelf.index.linked(ids),
			trending: (_, { shelf }) => shelf.index.trending(),
			suggestSlug: async ({ id, headline }, { shelf }) => ({ slug: await freeSlug(shelf, id, slugify(headline)) }),
		},
		search: {
			articles: ({ text, limit, exclude }, { shelf }) => shelf.index.search(text, limit, exclude),
			index: async (_, { shelf }) => shelf.reading.state(),
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
