import type { Article, StoryLink } from '../model/article.ts';
import type { PublishableArticle } from '../model/publishable.ts';
import { withdrawalKinds } from '../model/withdrawal.ts';
import {
	type Compare,
	type ComparedField,
	compareFocus,
	compareLink,
	compareList,
	compareOptional,
	compareParts,
	comparePicture,
	compareValue,
	compareWords,
	correctionIdentity,
	type FieldPath,
	linkIdentity,
} from './diff/compare-field.ts';
import {
	mergeByline,
	mergeCorrections,
	mergeDates,
	mergeLink,
	mergeRelated,
	mergeSet,
	mergeStatusHistory,
	mergeWithdrawal,
} from './merge/field-merges.ts';
import { mergePicture } from './merge/merge-picture.ts';
import { mergeLine, mergeLines } from './merge/merge-text.ts';
import { mergeNullable, mergeRecord, mergeValue, type Outcome, type Versions } from './merge/outcome.ts';

/** The parts of the inspector that fold away. */
export type Fold = 'byline' | 'dates' | 'address' | 'seo' | 'corrections';

/** Where the desk lets a field be edited: in the text, in a tab of the inspector, by its status menu, or nowhere. */
export type DeskPlace =
	| { readonly at: 'text' | 'status' | 'nowhere' }
	| { readonly at: 'story'; readonly fold: Fold | null }
	| { readonly at: 'notes' };

/** How a value reads in a comparison, where it is not its own word. */
export type ValueWords = 'day' | 'moment' | 'status' | Readonly<Record<string, string>>;

/** What a field, or a part of one, is called, and how its value reads. */
interface Named {
	readonly label: string;
	readonly words?: ValueWords;
	/** Set where looking back never decides: names, the way to the reader, and dates that Galley keeps. */
	readonly isKept?: true;
	/** Set where Galley notes by itself with a save what says nothing of what somebody changed. */
	readonly isNoted?: true;
}

interface Field<Name extends keyof Article> extends Named {
	readonly place: DeskPlace;
	/** The parts of a field that is a record; a part is called by the field's name and its own. */
	readonly parts?: Readonly<Record<string, Named>>;
	/** Whether readers get it: exactly the fields of the published schema. */
	readonly isPublished: Name extends keyof PublishableArticle ? true : false;
}
interface Compared<Name extends keyof Article> {
	readonly compare: Compare<Article[Name]>;
}
interface Merged<Name extends keyof Article> {
	readonly merge: (versions: Versions<Article[Name]>) => Outcome<Article[Name]>;
}

/** The fields that are merged each as one; the body and the key points are merged item by item. */
export type MergedField = Exclude<ComparedField, 'id'>;

type FieldTable = { readonly [Name in keyof Article]: Field<Name> } & {
	readonly [Name in ComparedField]: Compared<Name>;
} & { readonly [Name in MergedField]: Merged<Name> };

const text: DeskPlace = { at: 'text' };
const nowhere: DeskPlace = { at: 'nowhere' };
const inspector = (fold: Fold | null = null): DeskPlace => ({ at: 'story', fold });

/** A withdrawal, or that there is none. */
interface SaidOfWithdrawal {
	readonly kind: string | null;
	readonly note: string;
	readonly replacedBy: StoryLink | null;
	readonly date: string | null;
}
const kindWords = Object.fromEntries(Object.entries(withdrawalKinds).map(([kind, { label }]) => [kind, label]));

/** All that is known of each field of a story, in the file's order. A new field of the model has to be entered here. */
export const articleFields: FieldTable = {
	$schema: { label: 'Format', place: nowhere, isPublished: true },
	id: { label: 'Story id', place: nowhere, isPublished: true, isKept: true, compare: compareValue },
	slug: {
		label: 'Address',
		place: inspector('address'),
		isPublished: true,
		compare: compareValue,
		merge: mergeValue,
	},
	language: {
		label: 'Language',
		place: inspector('address'),
		isPublished: true,
		compare: compareValue,
		merge: mergeValue,
	},
	status: {
		label: 'Status',
		place: { at: 'status' },
		words: 'status',
		isKept: true,
		isPublished: true,
		compare: compareValue,
		merge: mergeValue,
	},
	headline: { label: 'Headline', place: text, isPublished: true, compare: compareWords, merge: mergeLine },
	standfirst: { label: 'Standfirst', place: text, isPublished: true, compare: compareWords, merge: mergeLine },
	byline: {
		label: 'Byline',
		place: inspector('byline'),
		isPublished: true,
		compare: compareList('byline', (entry) => entry.name),
		merge: mergeByline,
	},
	dateline: {
		label: 'Dateline',
		place: inspector('byline'),
		parts: { place: { label: 'Place' }, date: { label: 'Filed on', words: 'day' } },
		isPublished: true,
		compare: compareParts({ place: compareWords, date: compareValue }),
		merge: (versions) => mergeRecord(versions, { place: mergeLine, date: mergeValue }),
	},
	categories: {
		label: 'Categories',
		place: inspector(),
		isPublished: true,
		compare: compareList('categories', (slug) => slug),
		merge: mergeSet,
	},
	tags: {
		label: 'Tags',
		place: inspector(),
		isPublished: true,
		compare: compareList('tags', (tag) => tag),
		merge: mergeSet,
	},
	trending: { label: 'Trending', place: inspector(), isPublished: true, compare: compareValue, merge: mergeValue },
	leadImage: {
		label: 'Lead picture',
		place: inspector(),
		parts: {
			alt: { label: 'Alt text' },
			caption: { label: 'Caption' },
			credit: { label: 'Credit' },
			focus: { label: 'Focus point' },
		},
		isPublished: true,
		compare: comparePicture({ alt: compareWords, caption: compareWords, credit: compareWords, focus: compareFocus }),
		merge: mergeNullable(mergePicture),
	},
	keyPoints: { label: 'Key points', place: text, isPublished: true },
	body: { label: 'Body', place: text, isPublished: true },
	related: {
		label: 'Related posts',
		place: inspector(),
		isPublished: true,
		compare: compareList('related', linkIdentity),
		merge: mergeRelated,
	},
	nextRead: {
		label: 'Next read',
		place: inspector(),
		isPublished: true,
		compare: compareLink,
		merge: mergeNullable(mergeLink),
	},
	newsletter: {
		label: 'Newsletter box',
		place: inspector(),
		isPublished: true,
		compare: compareValue,
		merge: mergeValue,
	},
	comments: {
		label: 'Comments',
		place: inspector(),
		words: { open: 'Open', closed: 'Closed' },
		isPublished: true,
		compare: compareValue,
		merge: mergeValue,
	},
	corrections: {
		label: 'Corrections',
		place: inspector('corrections'),
		isPublished: true,
		compare: compareList('corrections', correctionIdentity),
		merge: mergeCorrections,
	},
	withdrawal: {
		label: 'Withdrawal',
		place: { at: 'status' },
		parts: {
			kind: { label: 'Reason', words: kindWords, isKept: true },
			note: { label: 'Note for readers', isKept: true },
			replacedBy: { label: 'Replaced by', isKept: true },
			date: { label: 'Withdrawn on', words: 'moment', isKept: true },
		},
		isKept: true,
		isPublished: false,
		compare: compareOptional<SaidOfWithdrawal>(
			{ kind: null, note: '', replacedBy: null, date: null },
			{ kind: compareValue, note: compareWords, replacedBy: compareLink, date: compareValue },
		),
		merge: mergeNullable(mergeWithdrawal),
	},
	formerSlugs: {
		label: 'Former addresses',
		place: inspector('address'),
		isKept: true,
		isPublished: true,
		compare: compareList('formerSlugs', (slug) => slug),
		merge: mergeSet,
	},
	embargo: {
		label: 'Embargo',
		place: inspector('dates'),
		parts: { untilLifted: { label: 'Until lifted' }, reason: { label: 'Reason' } },
		isPublished: false,
		compare: compareParts({ untilLifted: compareValue, reason: compareWords }),
		merge: (versions) => mergeRecord(versions, { untilLifted: mergeValue, reason: mergeLine }),
	},
	statusHistory: {
		label: 'Status history',
		place: nowhere,
		isKept: true,
		isNoted: true,
		isPublished: false,
		compare: compareList('statusHistory', ({ date, status }) => `${date} ${status}`),
		merge: mergeStatusHistory,
	},
	dates: {
		label: 'Dates',
		place: inspector('dates'),
		parts: {
			created: { label: 'Created', words: 'moment', isKept: true, isNoted: true },
			updated: { label: 'Updated', words: 'moment', isKept: true, isNoted: true },
			published: { label: 'Publish date', words: 'moment', isKept: true },
			updateShown: { label: 'Updated, as readers see it', words: 'moment', isKept: true },
			scheduled: { label: 'Schedule', words: 'moment' },
			embargo: { label: 'Embargo', words: 'moment' },
		},
		isPublished: true,
		compare: compareParts({
			created: compareValue,
			updated: compareValue,
			published: compareValue,
			updateShown: compareValue,
			scheduled: compareValue,
			embargo: compareValue,
		}),
		merge: mergeDates,
	},
	seo: {
		label: 'Search engines',
		place: inspector('seo'),
		parts: {
			title: { label: 'Title' },
			description: { label: 'Description' },
			canonical: { label: 'Canonical address' },
		},
		isPublished: true,
		compare: compareParts({ title: compareWords, description: compareWords, canonical: compareValue }),
		merge: (versions) => mergeRecord(versions, { title: mergeLine, description: mergeLine, canonical: mergeValue }),
	},
	notes: { label: 'Notes', place: { at: 'notes' }, isPublished: false, compare: compareWords, merge: mergeLines },
	ignoredWords: {
		label: 'Words let stand',
		place: nowhere,
		isPublished: false,
		compare: compareList('ignoredWords', (word) => word),
		merge: mergeSet,
	},
	targetWords: {
		label: 'Target length',
		place: nowhere,
		isPublished: false,
		compare: compareValue,
		merge: mergeValue,
	},
};

/** The table as the comparison and the merge read it: by any name that they know. */
export const fieldCompares: { readonly [Name in ComparedField]: Compared<Name> } = articleFields;
export const fieldMerges: { readonly [Name in MergedField]: Merged<Name> } = articleFields;

/** The names of a story's fields, in the file's order. */
export const fieldNames = Object.keys(articleFields) as readonly (keyof Article)[];
export const comparedFields = fieldNames.filter(
	(name): name is ComparedField => name !== '$schema' && name !== 'body' && name !== 'keyPoints',
);
export const mergedFields = comparedFields.filter((name): name is MergedField => name !== 'id');

/** Whether a difference is one that somebody made, and not only noted by a save. */
export function isMade({ field }: { readonly field: FieldPath }): boolean {
	return fieldAt(field).isNoted !== true;
}

/** A path taken apart: its field, and what is known of the field or of the part that it names. */
export function fieldAt(path: FieldPath): { readonly name: ComparedField; readonly part: string | null } & Named {
	const [name, part = null] = path.split('.') as [ComparedField, string?];
	const field: Field<ComparedField> = articleFields[name];
	const named = part === null ? field : field.parts?.[part];
	if (named === undefined) throw new Error(`${path} is no part of a story`);
	const label = part === null ? field.label : `${field.label}, ${inSentence(named.label)}`;
	return { ...named, name, part, label };
}

/** What a part of a field is called beside the others of its field. */
export function partLabel(path: FieldPath): string {
	const { name, part } = fieldAt(path);
	const field: Field<ComparedField> = articleFields[name];
	return (part === null ? field : (field.parts?.[part] ?? field)).label;
}

/** A name as it stands inside a sentence. */
export function inSentence(label: string): string {
	return label.charAt(0).toLowerCase() + label.slice(1);
}
