import type { Services } from '#shared/contract/index.ts';
import type { Article } from '#shared/model/article.ts';
import { slugify } from '#shared/text/slug.ts';
import { linkingStories } from '../articles/linking-stories.ts';
import type { BulkChanges } from '../bulk/bulk-changes.ts';
import { touchedStories } from '../bulk/references/touched-stories.ts';
import { findBase } from '../journal/find-base.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { publicationsOf } from '../publish/publications.ts';
import { publish } from '../publish/publish-story.ts';
import { storiesStillSaying } from '../publish/still-saying.ts';
import { toldNotes } from '../publish/told-notes.ts';
import type { TargetKeeper } from '../targets/keep-targets.ts';

/** The operations on stories. */
export function articleServices(
	bulk: BulkChanges<OpenNewsroom>,
	log: (message: string, error?: unknown) => void,
	targets: Pick<TargetKeeper, 'publishing'>,
): Pick<Services<OpenNewsroom>, 'articles' | 'references' | 'search'> {
	const publishing = <Value>(newsroom: OpenNewsroom, work: () => Promise<Value>) =>
		targets.publishing(newsroom, true, work);
	return {
		articles: {
			list: ({ sort, cursor, limit, offset, ...filter }, { articles }) =>
				articles.index.list({ filter, sort, cursor, limit, offset }),
			total: async (filter, { articles }) => ({ total: await articles.index.total(filter) }),
			facets: ({ of, begins, limit }, { articles }) => articles.index.facets(of, begins, limit),
			counts: async (_, { articles: { index, trashed, damaged } }) => {
				const [queues, categories] = await Promise.all([index.countQueues(), index.countCategories()]);
				return { queues, categories, trash: trashed.size, damaged: damaged.size };
			},
			get: ({ id }, { articles }) => articles.open(id),
			create: ({ headline }, { articles }) => articles.create(headline),
			duplicate: ({ id }, { articles }) => articles.duplicate(id),
			save: async ({ article, basedOn, reason, from }, newsroom) => {
				const isForReaders = await movesReaders(newsroom, article);
				const saveNow = () => newsroom.articles.save(article, basedOn, reason);
				const save = () => (isForReaders ? publishing(newsroom, saveNow) : saveNow());
				if (from === undefined) return save();
				const base = await findBase(newsroom, article.id, basedOn, log);
				const work = { ...from, basedOn, base, mine: article };
				return newsroom.journal.aroundSave(work, save, ({ kind }) => kind === 'saved');
			},
			live: async ({ id }, { articles }) => {
				const live = await articles.live(id);
				return live && { article: live.article };
			},
			publish: ({ id, basedOn, note }, newsroom) => publishing(newsroom, () => publish(newsroom, id, basedOn, note)),
			find: async ({ selection, ...replacement }, newsroom) => ({ job: bulk.find(newsroom, selection, replacement) }),
			change: async ({ selection, change }, newsroom) => ({ job: bulk.change(newsroom, selection, change) }),
			publications: async ({ selection, first }, newsroom) => {
				await newsroom.whole();
				return publicationsOf(newsroom, selection, first);
			},
			undoChange: async ({ undo }, newsroom) => ({ job: await bulk.undo(newsroom, undo) }),
			doneChanges: (_, newsroom) => bulk.done(newsroom),
			trash: async ({ id }, newsroom) => {
				await publishing(newsroom, () => newsroom.articles.trash(id));
				return { id };
			},
			discardUntouched: async ({ id }, { articles }) => ({ discarded: await articles.discardUntouched(id) }),
			restore: async ({ id }, newsroom) => {
				await publishing(newsroom, () => newsroom.articles.restore(id));
				return { id };
			},
			emptyTrash: ({ ids }, { articles }) => articles.emptyTrash(ids),
			trashed: (_, { articles }) => articles.listTrash(),
			damaged: async (_, { articles }) => {
				await articles.recheckDamaged();
				return [...articles.damaged.values()];
			},
			damagedText: ({ path }, { articles }) => articles.readDamaged(path),
			linked: ({ ids }, { articles }) => articles.index.linked(ids),
			atAddresses: async ({ slugs }, newsroom) => {
				await newsroom.whole();
				const { catalogue } = newsroom.articles;
				return Object.fromEntries(slugs.map((slug) => [slug, catalogue.atAddress(slug)]));
			},
			linkingTo: async ({ selection }, newsroom) => {
				await newsroom.whole();
				return linkingStories(newsroom.articles, selection);
			},
			stillSaying: ({ id, facts }, newsroom) => storiesStillSaying(newsroom, id, facts),
			toldNotes: async ({ limit }, newsroom) => {
				await newsroom.whole();
				return toldNotes(newsroom.articles, limit);
			},
			trending: (_, { articles }) => articles.index.trending(),
			suggestLinks: (asked, { articles }) => articles.index.suggest(asked),
			suggestSlug: async ({ id, headline }, { articles }) => ({
				slug: await articles.suggestSlug(id, slugify(headline)),
			}),
		},
		references: {
			touched: async ({ carried }, newsroom) => {
				await newsroom.whole();
				return touchedStories(newsroom.articles, carried);
			},
			change: async ({ change }, newsroom) => ({ job: bulk.changeReference(newsroom, change) }),
		},
		search: {
			articles: ({ text, limit, exclude }, { articles }) => articles.index.search(text, limit, exclude),
			index: async (_, { articles }) => articles.reading.state(),
		},
	};
}

/** Whether a save publishes a story by its status, or takes a published one back, where that concerns a target. */
async function movesReaders({ folder, articles }: OpenNewsroom, { id, status }: Article): Promise<boolean> {
	if (!folder().newsroom.targets.some(({ onPublish }) => onPublish)) return false;
	const [before] = await articles.index.linked([id]);
	return before !== undefined && before.status !== status && [before.status, status].includes('published');
}
