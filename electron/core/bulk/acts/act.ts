import { z } from 'zod';
import { ManyChange } from '#shared/contract/changes.ts';
import { ArticleId, BylineEntry, Moment, Revision } from '#shared/model/article.ts';
import { Category } from '#shared/model/category.ts';
import { ProcessName } from '../../disk/process.ts';
import { StoryPart } from '../stories/story-part.ts';

/** What an act is called by, and what `articles.undoChange` takes: a ULID, so that names stand in the order of their time. */
export const ActId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
export type ActId = z.infer<typeof ActId>;

/** The way of the taxonomy through an act. */
const TaxonomySteps = z.object({
	before: z.array(Category),
	/** While stories change, so that each names a category that there is. */
	during: z.array(Category),
	/** Once no story stands any more in what goes. */
	after: z.array(Category),
	/** The bytes of `categories.json` of before, base64. */
	bytesBefore: z.base64(),
	/** Bytes that hold `after`, base64; null where they are made of it. */
	bytesAfter: z.base64().nullable(),
});
export type TaxonomySteps = z.infer<typeof TaxonomySteps>;

/** One act over many stories: a change, or the way back from one. */
export const Act = z.object({
	id: ActId,
	at: Moment,
	/** Whose work it is. */
	by: ProcessName,
	change: ManyChange,
	/** The act that it takes back; null for one that takes back none. */
	undoes: ActId.nullable(),
	taxonomy: TaxonomySteps.nullable(),
	/** The stories that were chosen; null for those that carry a name. */
	stories: z.array(ArticleId).nullable().default(null),
});
export type Act = z.infer<typeof Act>;

const Patch = z.object({
	from: Revision,
	to: Revision,
	hunks: z.array(z.object({ from: z.int().min(0), to: z.int().min(0), lines: z.array(z.string()) })),
});
const Lists = z.object({
	categories: z.array(z.string()),
	tags: z.array(z.string()),
	byline: z.array(BylineEntry),
});
const BothLists = z.object({ file: Lists, live: Lists.nullable() });

const files = {
	id: ArticleId,
	/** Makes the file of before of the file of after. */
	file: Patch,
	/** The same for what lies beside it for readers; nothing there is no bytes. */
	beside: Patch,
};

/** A name that a story carries becomes another one, in what readers have as well. */
const ListsStep = z.object({ kind: z.literal('lists').default('lists'), ...files, was: BothLists, is: BothLists });
export type ListsStep = z.infer<typeof ListsStep>;

/** A part of the story becomes another one, as an edit of it. */
const PartStep = z.object({ kind: z.literal('part'), ...files, was: StoryPart, is: StoryPart });
/** Readers get its changes. */
const PublishStep = z.object({ kind: z.literal('publish'), ...files });
/** Words in it are replaced, as an edit of it. */
const TextsStep = z.object({ kind: z.literal('texts'), ...files });
/** It goes to the trash, with its file as it is. */
const TrashStep = z.object({ kind: z.literal('trash'), id: ArticleId });

/** What is about to be done to one story, and so the way back. */
export const StoryStep = z.union([PartStep, PublishStep, TextsStep, TrashStep, ListsStep]);
export type StoryStep = z.infer<typeof StoryStep>;
/** A step that writes the story's file. */
export type WritingStep = Exclude<StoryStep, { kind: 'trash' }>;

/** How an act ended. */
export const ActEnd = z.object({
	stories: z.int().min(0),
	/** The taxonomy as the act left it, and what its file held then; null where it changes none. */
	taxonomy: z.object({ categories: z.array(Category), file: Revision }).nullable(),
});
export type ActEnd = z.infer<typeof ActEnd>;
