import { z } from 'zod';
import { Block, BlockId, Picture } from './block.ts';
import { Slug } from './category.ts';
import { Status } from './status.ts';
import { Line, Lines } from './text.ts';
import { OptionalWebUrl, WebUrl } from './url.ts';
import { WithdrawalKind } from './withdrawal.ts';

/** The format that this version reads and writes. */
export const articleFormat = 1;
export const articleSchemaUrn = `urn:galley:article:${articleFormat}`;

/** An article's lasting name: a ULID (https://github.com/ulid/spec), upper case. */
export const ArticleId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, { error: 'must be a ULID' });
export type ArticleId = z.infer<typeof ArticleId>;
/** Every id has so many characters, of ASCII only. */
export const articleIdLength = 26;

/** What a save was based on: a SHA-256 of the file's bytes, in hex. */
export const Revision = z.string().regex(/^[0-9a-f]{64}$/);
export type Revision = z.infer<typeof Revision>;

/** A moment in UTC, ISO 8601 with `Z`. */
export const Moment = z.iso.datetime();
/** A day, `YYYY-MM-DD`. */
export const Day = z.iso.date();
/** A language tag (BCP 47), such as `en` or `pt-BR`. */
export const LanguageTag = z
	.string()
	.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, { error: 'must be a language tag such as en or pt-BR' });

/** Somebody in a byline, as it is printed; `person` says who of the newsroom's people that is, null for anybody else. */
export const BylineEntry = z.object({
	name: Line,
	role: Line.default(''),
	url: OptionalWebUrl.default(''),
	person: Slug.nullable().default(null),
});
export type BylineEntry = z.infer<typeof BylineEntry>;

/** Where, and when, a story was filed. */
const Dateline = z.object({ place: Line.default(''), date: Day.nullable().default(null) });
export type Dateline = z.infer<typeof Dateline>;

export const KeyPoint = z.object({ id: BlockId, text: Line });
export type KeyPoint = z.infer<typeof KeyPoint>;

/** A link to a story of this newsroom; title, excerpt and picture come from the story itself. */
export const ArticleLink = z.object({ article: ArticleId });
/** A link to a page elsewhere. */
export const OutsideLink = z.object({ url: WebUrl, title: Line.default(''), excerpt: Line.default('') });
export const StoryLink = z.union([ArticleLink, OutsideLink]);
export type StoryLink = z.infer<typeof StoryLink>;

/** What a note on a published story is: a fault put right, or words that could be misread. */
export const CorrectionKind = z.enum(['correction', 'clarification']);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

/** Where readers meet a note: a `high` one above the text, a `normal` one below it. */
export const CorrectionPriority = z.enum(['high', 'normal']);
export type CorrectionPriority = z.infer<typeof CorrectionPriority>;

/** A dated, reader-facing note on a published story; `block` names the paragraph it is about. */
export const Correction = z.object({
	kind: CorrectionKind.default('correction'),
	/** The moment at which readers got it, or the day where no more is known. */
	date: z.union([Moment, Day]),
	text: Line,
	block: BlockId.nullable().default(null),
	priority: CorrectionPriority.default('normal'),
});
export type Correction = z.infer<typeof Correction>;

/** An embargo beside its moment, which is one of the dates: whether it lasts until somebody lifts it, and why there is one. */
const Embargo = z.object({ untilLifted: z.boolean().default(false), reason: Line.default('') });

/** Why and when a story was taken away from its readers, with a note for those who look for it. */
export const Withdrawal = z.object({
	kind: WithdrawalKind,
	note: Line.default(''),
	/** Where readers find what takes its place. */
	replacedBy: StoryLink.nullable().default(null),
	date: Moment,
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** A step on a story's way to the reader; `who` is empty where nobody knows. */
export const StatusChange = z.object({ status: Status, date: Moment, who: Line.default('') });
export type StatusChange = z.infer<typeof StatusChange>;
/** So many are kept of a story, the newest. */
export const mostStatusChanges = 20;

export const ArticleDates = z.object({
	created: Moment,
	updated: Moment,
	published: Moment.nullable().default(null),
	/** The moment of the last update that readers were told of; a save, unlike `updated`, never moves it. */
	updateShown: Moment.nullable().default(null),
	scheduled: Moment.nullable().default(null),
	embargo: Moment.nullable().default(null),
});
export type ArticleDates = z.infer<typeof ArticleDates>;

/** The dates of a story that is made at this moment. */
export function newDates(moment: string): ArticleDates {
	return ArticleDates.parse({ created: moment, updated: moment });
}

export const Seo = z.object({
	title: Line.default(''),
	description: Line.default(''),
	canonical: OptionalWebUrl.default(''),
});
export type Seo = z.infer<typeof Seo>;

export const CommentsSetting = z.enum(['open', 'closed']);
export type CommentsSetting = z.infer<typeof CommentsSetting>;

const unique = <T>(values: readonly T[]) => new Set(values).size === values.length;

/** One story as it lies in its file, in the file's key order. Every field is there once it is parsed. */
export const Article = z
	.object({
		$schema: z.literal(articleSchemaUrn),
		id: ArticleId,
		slug: Slug,
		language: LanguageTag.default('en'),
		status: Status.default('draft'),
		headline: Line.default(''),
		standfirst: Line.default(''),
		byline: z.array(BylineEntry).default([]),
		dateline: Dateline.default({ place: '', date: null }),
		categories: z.array(Slug).refine(unique, { error: 'names a category twice' }).default([]),
		tags: z.array(Line).default([]),
		trending: z.boolean().default(false),
		leadImage: Picture.nullable().default(null),
		keyPoints: z.array(KeyPoint).default([]),
		body: z.array(Block).default([]),
		related: z.array(StoryLink).default([]),
		nextRead: StoryLink.nullable().default(null),
		newsletter: z.boolean().default(true),
		comments: CommentsSetting.default('open'),
		corrections: z.array(Correction).default([]),
		withdrawal: Withdrawal.nullable().default(null),
		/** Addresses that it was published at before; they lead to it, and no other story gets one of them. */
		formerSlugs: z.array(Slug).refine(unique, { error: 'names an address twice' }).default([]),
		embargo: Embargo.default({ untilLifted: false, reason: '' }),
		/** The newest last. A save notes them; what is sent with it says nothing. */
		statusHistory: z.array(StatusChange).default([]),
		dates: ArticleDates,
		seo: Seo.default({ title: '', description: '', canonical: '' }),
		notes: Lines.default(''),
		/** What an editor let stand in this story though it was underlined: words, and what the house style names. */
		ignoredWords: z.array(Line).default([]),
		/** How many words the body is to have; null when nobody said. */
		targetWords: z.number().int().min(1).max(100_000).nullable().default(null),
	})
	.superRefine((article, context) => {
		for (const { place, message } of conflictsIn(article)) context.addIssue({ code: 'custom', path: [place], message });
	});
export type Article = z.infer<typeof Article>;

/** What does not go together in a story whose fields are each as they have to be, with the field that it is told at. */
function conflictsIn({
	body,
	keyPoints,
}: Pick<Article, 'body' | 'keyPoints'>): { readonly place: keyof Article; readonly message: string }[] {
	const conflicts: { place: keyof Article; message: string }[] = [];
	if (!unique(body.map((block) => block.id))) conflicts.push({ place: 'body', message: 'two blocks have the same id' });
	if (!unique(keyPoints.map((point) => point.id)))
		conflicts.push({ place: 'keyPoints', message: 'two key points have the same id' });
	if (body.filter((block) => block.type === 'keyPoints').length > 1)
		conflicts.push({ place: 'body', message: 'the key-points box stands in the body twice' });
	return conflicts;
}

/** Whether a link leads to a story of this newsroom. */
export function isArticleLink(link: StoryLink): link is z.infer<typeof ArticleLink> {
	return 'article' in link;
}
