import { z } from 'zod';
import { Article, type ArticleDates, ArticleId, Revision } from '../model/article.ts';
import type { MediaPath } from '../model/block.ts';
import { Slug } from '../model/category.ts';
import type { Status } from '../model/workflow.ts';
import { answers, command, query } from './define.ts';
import { SessionId } from './journal.ts';

/** The ready-made views of the navigator. */
export const Queue = z.enum([
	'all',
	'draft',
	'review',
	'ready',
	'scheduled',
	'published',
	'withdrawn',
	'trending',
	'problems',
]);
export type Queue = z.infer<typeof Queue>;

export const ArticleSort = z.enum(['updated', 'published', 'headline']);
export type ArticleSort = z.infer<typeof ArticleSort>;

/** What a list shows of a story. */
export interface ArticleSummary {
	readonly id: ArticleId;
	readonly slug: Slug;
	/** The file, relative to the newsroom. */
	readonly path: string;
	readonly status: Status;
	readonly headline: string;
	readonly standfirst: string;
	readonly byline: readonly string[];
	readonly categories: readonly Slug[];
	readonly tags: readonly string[];
	readonly language: string;
	readonly trending: boolean;
	readonly image: MediaPath | null;
	readonly imageAlt: string;
	readonly dates: ArticleDates;
	readonly wordCount: number;
	/** How many errors block its export. */
	readonly errors: number;
}

/** What is needed to show a link to a story: in the related posts, the next read, a picker. */
export interface LinkedStory {
	readonly id: ArticleId;
	readonly slug: Slug;
	readonly headline: string;
	/** The standfirst, or the beginning of the body where there is none; at most 200 characters. */
	readonly excerpt: string;
	readonly categories: readonly Slug[];
	readonly status: Status;
	/** The day shown beside it: published, else updated. */
	readonly date: string;
	readonly embargo: string | null;
	readonly image: MediaPath | null;
	readonly imageAlt: string;
}

/** A story as it was read, with the token that a save of it must be based on. */
export interface OpenedArticle {
	readonly article: Article;
	readonly revision: Revision;
	readonly path: string;
	/** Why it cannot be saved, such as a newer format; null when it can. */
	readonly readOnly: string | null;
}

/** A file under `articles/` that does not parse. It is never overwritten. */
export interface DamagedFile {
	readonly path: string;
	readonly reason: string;
	/** The line of the file, from 1, where it is known. */
	readonly line: number | null;
}

export interface TrashedArticle {
	readonly id: ArticleId;
	readonly headline: string;
	readonly status: Status;
	/** When it was moved to the trash, ISO 8601. */
	readonly trashed: string;
}

/** What became of stories that were to be deleted for ever. */
export interface EmptiedTrash {
	readonly deleted: readonly ArticleId[];
	readonly kept: readonly { readonly id: ArticleId; readonly reason: string }[];
}

export type SaveOutcome =
	/** `article` is what the file now holds: `dates.updated` is new, and a slug in use elsewhere has been made unique. */
	| {
			readonly kind: 'saved';
			readonly article: Article;
			readonly revision: Revision;
			/** What went wrong beside the save, which is whole: the history could not be written. */
			readonly warning?: string;
	  }
	/** Somebody else saved since `basedOn`; nothing was written. */
	| { readonly kind: 'conflict'; readonly theirs: OpenedArticle }
	/** The story's file is gone or damaged since; nothing was written. */
	| { readonly kind: 'gone'; readonly reason: string };

const none = z.strictObject({});
const byId = z.strictObject({ id: ArticleId });

export const articles = {
	/** One page of a list, newest first unless sorted by headline. `cursor` comes from the page before. */
	list: query(
		z.strictObject({
			queue: Queue.default('all'),
			/** With the categories below it. */
			category: Slug.nullable().default(null),
			/** Words that headline, standfirst, tags, byline or body must hold. */
			text: z.string().max(400).default(''),
			sort: ArticleSort.default('updated'),
			cursor: z.string().max(400).nullable().default(null),
			limit: z.int().min(1).max(500).default(100),
		}),
		answers<{ readonly rows: readonly ArticleSummary[]; readonly next: string | null; readonly total: number }>(),
	),
	/** How many stories stand in each queue and category. */
	counts: query(
		none,
		answers<{
			readonly queues: Readonly<Record<Queue, number>>;
			readonly categories: Readonly<Record<Slug, number>>;
			readonly trash: number;
			readonly damaged: number;
		}>(),
	),
	get: query(byId, answers<OpenedArticle>()),
	/** Makes an empty draft with the newsroom's defaults. */
	create: command(z.strictObject({ headline: z.string().max(10_000).default('') }), answers<OpenedArticle>()),
	/** Copies a story into a new draft with its own id, slug and dates. */
	duplicate: command(byId, answers<OpenedArticle>()),
	/**
	 * Durable once answered. Never overwrites what it was not based on. `explicit` is a save that the editor asked for and
	 * is kept as a revision; `session` drops that session's entry in the journal when it holds nothing more than this.
	 */
	save: command(
		z.strictObject({
			article: Article,
			basedOn: Revision,
			reason: z.enum(['explicit', 'auto']).default('auto'),
			session: SessionId.optional(),
		}),
		answers<SaveOutcome>(),
	),
	trash: command(byId, answers<{ readonly id: ArticleId }>()),
	restore: command(byId, answers<{ readonly id: ArticleId }>()),
	/**
	 * Deletes stories from the trash for ever: those that were shown and confirmed, one or all. The last text of each is
	 * kept in its history first. A story that cannot be deleted stays in the trash and is in `kept`, with the reason.
	 */
	emptyTrash: command(z.strictObject({ ids: z.array(ArticleId).min(1).max(100_000) }), answers<EmptiedTrash>()),
	trashed: query(none, answers<readonly TrashedArticle[]>()),
	damaged: query(none, answers<readonly DamagedFile[]>()),
	/** The text of a damaged file, to be read; at most a megabyte. */
	damagedText: query(z.strictObject({ path: z.string().max(400) }), answers<{ readonly text: string }>()),
	/** The stories that links lead to, in the order asked for; an id that is gone is left out. */
	linked: query(z.strictObject({ ids: z.array(ArticleId).max(500) }), answers<readonly LinkedStory[]>()),
	/** Ready and published stories with the trending flag, newest first: the site's Trending strip. */
	trending: query(none, answers<readonly LinkedStory[]>()),
	/** A slug made from a headline, unique in the newsroom. */
	suggestSlug: query(
		z.strictObject({ id: ArticleId, headline: z.string().max(10_000) }),
		answers<{ readonly slug: Slug }>(),
	),
};

export const search = {
	/** Stories whose headline, standfirst or body hold all the words, best first; the headline counts most. */
	articles: query(
		z.strictObject({
			text: z.string().max(400),
			limit: z.int().min(1).max(100).default(20),
			exclude: z.array(ArticleId).max(500).default([]),
		}),
		answers<readonly LinkedStory[]>(),
	),
};
