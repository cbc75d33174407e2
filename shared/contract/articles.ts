import { z } from 'zod';
import type { StillSaid } from '../document/corrections/changed-facts.ts';
import { ReaderNote } from '../document/corrections/reader-note.ts';
import { Article, type ArticleDates, ArticleId, Revision } from '../model/article.ts';
import type { MediaPath } from '../model/block.ts';
import { Slug } from '../model/category.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { Status } from '../model/status.ts';
import { type ManyPublications, Replacement, StoryChange } from './bulk.ts';
import type { DoneChange } from './changes.ts';
import { answers, command, query } from './define.ts';
import type { ToldNotes } from './publish.ts';
import { SessionId, TextVersion } from './session-id.ts';
import { type SuggestedStory, SuggestionQuestion } from './suggestions.ts';

/** The ready-made views of the navigator. */
export const Queue = z.enum(['all', ...Status.options, 'changes', 'scheduled', 'trending', 'problems']);
export type Queue = z.infer<typeof Queue>;

/** `best` puts what a search found best first: headlines, then bodies; without words it is `updated`. */
export const ArticleSort = z.enum(['updated', 'published', 'scheduled', 'headline', 'best']);
export type ArticleSort = z.infer<typeof ArticleSort>;

const Day = z.iso.date();

/** Which stories a list shows; what is null or left out narrows nothing. */
export const StoryFilter = z.strictObject({
	queue: Queue.default('all'),
	/** With the categories below it. */
	category: Slug.nullable().default(null),
	status: Status.nullable().default(null),
	tag: z.string().max(200).nullable().default(null),
	/** A name of the byline, whole and without regard to case and accents. */
	author: z.string().max(400).nullable().default(null),
	language: z.string().max(35).nullable().default(null),
	trending: z.boolean().nullable().default(null),
	/** Only stories with errors, or only those without. */
	problems: z.boolean().nullable().default(null),
	/** Days in the newsroom's time zone, both included. */
	dates: z
		.strictObject({
			of: z.enum(['updated', 'published', 'scheduled']),
			from: Day.nullable().default(null),
			to: Day.nullable().default(null),
		})
		.nullable()
		.default(null),
	/** A search as the editor types it; see `parseSearch`. */
	text: z.string().max(400).default(''),
});
export type StoryFilter = z.output<typeof StoryFilter>;

/** Stories chosen in a list: each by its id, or all that a filter finds but for some. */
export const Selection = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('ids'), ids: z.array(ArticleId).min(1).max(100_000) }),
	z.strictObject({
		kind: z.literal('filter'),
		filter: StoryFilter,
		except: z.array(ArticleId).max(100_000).default([]),
	}),
]);
export type Selection = z.output<typeof Selection>;

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
	/** Whether it is published, and readers have an earlier version of it. */
	readonly hasChanges: boolean;
	/** How many errors block its export. */
	readonly errors: number;
}

/** A few words around what a search found, in their order; `isMatch` marks the words that were found. */
export type Snippet = readonly { readonly text: string; readonly isMatch: boolean }[];

/** A story in a list; `snippet` shows where a search found it, when not in the headline. */
export interface ListedStory extends ArticleSummary {
	readonly snippet: Snippet | null;
}

export type { LinkedStory };

/** Where a story links to another: in its related posts, or as its next read. */
export type LinkPlace = 'related' | 'nextRead';

/** A story that links to others. */
export interface LinkingStory {
	readonly id: ArticleId;
	readonly headline: string;
	readonly status: Status;
	/** Where its working copy links to them. */
	readonly places: readonly LinkPlace[];
	/** Where readers have the link now: what is not published has none, and an edited story has those of its live version. */
	readonly shown: readonly LinkPlace[];
}

/** The stories that link to some others. */
export interface LinkingStories {
	readonly count: number;
	/** On how many of them readers see such a link now. */
	readonly shown: number;
	/** The first thousand, newest first. */
	readonly stories: readonly LinkingStory[];
}

/** A story in which facts that changed elsewhere are still said as they were. */
export interface SayingStory {
	readonly id: ArticleId;
	readonly headline: string;
	/** Where it says them, from the headline down. */
	readonly said: readonly StillSaid[];
}

/** A story that a search found. */
export interface FoundStory extends LinkedStory {
	/** Where it was found, when not in the headline. */
	readonly snippet: Snippet | null;
}

/** How far the index of the newsroom's stories is. */
export type IndexState =
	| { readonly kind: 'ready' }
	/**
	 * Files are being looked at: `done` of `total` are known to be as the index has them; `total` is 0 before it is known.
	 * With `isAnew` the index was damaged, and another is made.
	 */
	| { readonly kind: 'reading'; readonly done: number; readonly total: number; readonly isAnew: boolean }
	/** The index cannot be kept on the disk; it works from memory and is made again at the next start. */
	| { readonly kind: 'unkept'; readonly reason: string };

/** A story as it was read, with the token that a save of it must be based on. */
export interface OpenedArticle {
	readonly article: Article;
	readonly revision: Revision;
	readonly path: string;
	/** Why it cannot be saved, such as a newer format; null when it can. */
	readonly readOnly: string | null;
	/** Whether it is published, and readers have an earlier version of it; see `articles.live`. */
	readonly hasChanges: boolean;
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
			/** As in `OpenedArticle`. */
			readonly hasChanges: boolean;
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
		StoryFilter.extend({
			sort: ArticleSort.default('updated'),
			cursor: z.string().max(400).nullable().default(null),
			limit: z.int().min(1).max(500).default(100),
			/** How many stories to pass over from there, to read in the middle of a long list. */
			offset: z.int().min(0).max(10_000_000).optional(),
		}),
		answers<{ readonly rows: readonly ListedStory[]; readonly next: string | null }>(),
	),
	/** How many stories a filter finds. */
	total: query(StoryFilter, answers<{ readonly total: number }>()),
	/** What a filter can be set to: what stories have, the most frequent first. */
	facets: query(
		z.strictObject({
			of: z.enum(['tag', 'author', 'language']),
			/** The beginning of a word, without regard to case and accents. */
			begins: z.string().max(200).default(''),
			limit: z.int().min(1).max(200).default(50),
		}),
		answers<readonly { readonly value: string; readonly stories: number }[]>(),
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
	 * is kept as a revision. `from` says whose text it is: a save drops what that session noted up to this version.
	 */
	save: command(
		z.strictObject({
			article: Article,
			basedOn: Revision,
			reason: z.enum(['explicit', 'auto']).default('auto'),
			from: z.strictObject({ session: SessionId, version: TextVersion }).optional(),
		}),
		answers<SaveOutcome>(),
	),
	/**
	 * What readers have of a published story with changes; null when they have it as it is. A version that is lost is a
	 * `FailureError`.
	 */
	live: query(byId, answers<{ readonly article: Article } | null>()),
	/**
	 * Gives readers a story, or the changes of a published one; refused while it has errors. The next export carries it.
	 * `note` is what readers are told of changes; a first publication needs none.
	 */
	publish: command(
		z.strictObject({ id: ArticleId, basedOn: Revision, note: ReaderNote.default({ kind: 'fix' }) }),
		answers<SaveOutcome>(),
	),
	/** What `change` would publish: the changes of published stories, or with `first` those that readers do not have. */
	publications: query(z.strictObject({ selection: Selection, first: z.boolean() }), answers<ManyPublications>()),
	/** What a `replace` would find. Nothing is changed; progress and end come as `jobs.changed`, with `FoundInStories`. */
	find: query(Replacement.extend({ selection: Selection }), answers<{ readonly job: string }>()),
	/** Changes many stories, each as a save of its own; progress and end come as `jobs.changed`, with a `BulkReport`. */
	change: command(z.strictObject({ selection: Selection, change: StoryChange }), answers<{ readonly job: string }>()),
	/**
	 * Undoes an earlier change of many stories, by the `undo` of its report: each story gets back the bytes of before, and one
	 * that was changed again since is told and keeps that. The newest ten can be undone, also after a restart.
	 */
	undoChange: command(z.strictObject({ undo: z.string().max(64) }), answers<{ readonly job: string }>()),
	/** The last changes of many stories that can be undone, newest first. */
	doneChanges: query(z.strictObject({}), answers<readonly DoneChange[]>()),
	trash: command(byId, answers<{ readonly id: ArticleId }>()),
	/** Deletes an empty draft that nobody has changed since it was made; any other story stays, and is no failure. */
	discardUntouched: command(byId, answers<{ readonly discarded: boolean }>()),
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
	/** The stories that addresses of the site lead to, by slugs that they have or had; null where no story has one. */
	atAddresses: query(
		z.strictObject({ slugs: z.array(Slug).max(500) }),
		answers<Readonly<Record<Slug, ArticleId | null>>>(),
	),
	/**
	 * The other stories outside the trash that link to one of these: by their working copy, or by what readers have of
	 * them. Those that are named by their ids may be gone or in the trash themselves.
	 */
	linkingTo: query(z.strictObject({ selection: Selection }), answers<LinkingStories>()),
	/**
	 * The stories that link to this one and still say facts that it no longer says: numbers, names and dates as they were
	 * written before.
	 */
	stillSaying: query(
		z.strictObject({ id: ArticleId, facts: z.array(z.string().min(1).max(400)).max(50) }),
		answers<readonly SayingStory[]>(),
	),
	/** What readers were told of changes in all stories: corrections, clarifications and updates, newest first. */
	toldNotes: query(z.strictObject({ limit: z.int().min(1).max(1000).default(300) }), answers<ToldNotes>()),
	/** Ready and published stories with the trending flag, newest first: the site's Trending strip. */
	trending: query(none, answers<readonly LinkedStory[]>()),
	/**
	 * Published and ready stories that are like one, the likest first, and those in its language before others. It is told as
	 * it now stands in the editor, saved or not.
	 */
	suggestLinks: query(SuggestionQuestion, answers<readonly SuggestedStory[]>()),
	/** A slug made from a headline, unique in the newsroom. */
	suggestSlug: query(
		z.strictObject({ id: ArticleId, headline: z.string().max(10_000) }),
		answers<{ readonly slug: Slug }>(),
	),
};

export const search = {
	/** Stories that a search finds, as `parseSearch` reads it: headlines first, then the other words. */
	articles: query(
		z.strictObject({
			text: z.string().max(400),
			limit: z.int().min(1).max(100).default(20),
			exclude: z.array(ArticleId).max(500).default([]),
		}),
		answers<readonly FoundStory[]>(),
	),
	/** How far the index is; until it is ready, lists, counts and searches know only the stories read so far. */
	index: query(none, answers<IndexState>()),
};
