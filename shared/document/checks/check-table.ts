import type { Newsroom } from '../../model/newsroom.ts';
import type { FieldRef, Problem } from '../../model/problem.ts';

/** What the checks are gathered under, in the order in which they are shown. */
export const checkGroups = {
	headline: 'Headline and standfirst',
	keyPoints: 'Key points',
	body: 'Body',
	pictures: 'Pictures',
	links: 'Links and related posts',
	filing: 'Categories and address',
} as const;
export type CheckGroup = keyof typeof checkGroups;

/** A number that a newsroom may choose for a check. */
export interface CheckLimit {
	/** What it counts, as its field is labelled. */
	readonly label: string;
	readonly usual: number;
	readonly least: number;
	readonly most: number;
	/** The newsroom's limit that it is; those are older than the settings of checks. */
	readonly of?: keyof Newsroom['limits'];
}

/** All that is known of a check but how it looks. */
export interface CheckEntry {
	readonly group: CheckGroup;
	/** What is right when it has nothing to say, such as "The headline is not too long". */
	readonly label: string;
	readonly severity: Problem['severity'];
	/** Set where nothing can be published otherwise: it is neither switched off nor softened. */
	readonly isRule?: true;
	/** Set where a newsroom has to ask for it. */
	readonly isOffAtFirst?: true;
	/** Set where it looks at every word, which takes too long for all stories at once. */
	readonly isClose?: true;
	/** What puts it right. */
	readonly fix: string;
	readonly limits?: Readonly<Record<string, CheckLimit>>;
}

const characters = (usual: number, of?: keyof Newsroom['limits']): CheckLimit => ({
	label: 'Characters at most',
	usual,
	least: 1,
	most: 10_000,
	...(of === undefined ? {} : { of }),
});
const atMost = (usual: number, of: keyof Newsroom['limits']): CheckLimit => ({
	label: 'At most',
	usual,
	least: 1,
	most: 1000,
	of,
});

type Row = Omit<CheckEntry, 'group'>;
type Limits = NonNullable<CheckEntry['limits']>;

/** Without what is right here nothing can be published. */
const rule = (label: string, fix: string): Row => ({ label, severity: 'error', isRule: true, fix });
const warning = (label: string, fix: string, limits: Limits = {}): Row => ({ label, severity: 'warning', fix, limits });
/** A warning for which every word is looked at. */
const close = (label: string, fix: string, limits: Limits = {}): Row => ({
	...warning(label, fix, limits),
	isClose: true,
});
/** A warning that a newsroom has to ask for. */
const onRequest = (label: string, fix: string, limits: Limits): Row => ({
	...warning(label, fix, limits),
	isOffAtFirst: true,
});
const inGroup = <Id extends string>(group: CheckGroup, rows: Readonly<Record<Id, Row>>) =>
	// Every row becomes an entry of the same id.
	Object.fromEntries(
		Object.entries<Row>(rows).map(([id, row]) => [id, { group, ...row }] as const),
	) as unknown as Readonly<Record<Id, CheckEntry>>;

/** Every check by its id, in the order in which they are shown; the one list of them. */
const checkTable = {
	...inGroup('headline', {
		'headline-missing': rule('The story has a headline', 'Write one above the text.'),
		'headline-long': warning('The headline is not too long', 'Shorten it.', { most: characters(90, 'headline') }),
		'standfirst-missing': warning('The story has a standfirst', 'Write one below the headline.'),
		'standfirst-long': warning('The standfirst is not too long', 'Shorten it.', {
			most: characters(160, 'standfirst'),
		}),
		'search-title-long': onRequest(
			'The title fits a search result',
			'Shorten it, or give it a shorter one for search in the details.',
			{ most: characters(60) },
		),
		'search-description-long': onRequest(
			'The description fits a search result',
			'Shorten it, or give it a shorter one for search in the details.',
			{ most: characters(160) },
		),
		'push-headline-long': onRequest('The headline fits a push note', 'Shorten it.', { most: characters(50) }),
		'push-standfirst-long': onRequest('The standfirst fits a push note', 'Shorten it.', { most: characters(120) }),
		'social-headline-long': onRequest('The headline fits a social card', 'Shorten it.', { most: characters(70) }),
		'social-standfirst-long': onRequest('The standfirst fits a social card', 'Shorten it.', { most: characters(125) }),
	}),
	...inGroup('keyPoints', {
		'key-points-empty': warning('The key-points box is not empty', 'Write key points into it, or take it out.'),
		'key-points-unplaced': warning('The key points stand in the body', 'Put the key-points box into the body.'),
		'key-point-empty': warning('No key point is empty', 'Write it, or take it out.'),
		'key-points-many': warning('There are not too many key points', 'Take some out.', { most: atMost(5, 'keyPoints') }),
		'key-points-few': warning('Key points are not too few', 'Write another one, or take the box out.', {
			least: { label: 'At least', usual: 2, least: 1, most: 100 },
		}),
		'key-point-long': warning('No key point is too long', 'Shorten it.', { most: characters(160) }),
		'key-point-headline': warning('No key point repeats the headline', 'Say something that the headline does not.'),
	}),
	...inGroup('body', {
		'body-missing': rule('The story has a body', 'Write it.'),
		placeholder: warning('No TK is left', 'Fill in what is still to come.'),
		'subhead-empty': warning('No subhead is empty', 'Write it, or take it out.'),
		'quote-empty': warning('No quote is empty', 'Write it, or take it out.'),
		'subhead-skipped': warning('Subheads follow one another without a gap', 'Make it a larger subhead.'),
		'paragraph-repeated': close('No paragraph stands twice', 'Take one of them out.'),
		'doubled-word': close('No word stands twice by mistake', 'Take one of them out.'),
		'pair-unclosed': close('Quotations and brackets are closed', 'Close it, or take the mark out.'),
		'number-differs': close(
			'The body says the numbers of headline, standfirst and key points',
			'See which of the two is right.',
		),
		'name-differs': close('Names are spelt as in the body', 'See which of the two is right.'),
		'reading-hard': close('The text is not hard to read', 'Part long sentences, and use shorter words.', {
			least: { label: 'Reading ease at least, from 0 (hard) to 100 (easy)', usual: 20, least: 0, most: 100 },
		}),
		'language-unlike': close('The text is in the language of the story', 'Choose the language that it is written in.'),
	}),
	...inGroup('pictures', {
		'picture-gone': rule('All pictures are in the newsroom', 'Put another picture in its place.'),
		'lead-image-alt-missing': rule('The lead picture has alt text', 'Say what the picture shows.'),
		'image-alt-missing': rule('Pictures in the body have alt text', 'Say what the picture shows.'),
		'gallery-alt-missing': rule('Pictures of galleries have alt text', 'Say what the picture shows.'),
		'alt-says-nothing': warning('Alt texts say what is to be seen', 'Say what the picture shows.'),
		'credit-missing': warning('Pictures have a credit', 'Name whose picture it is.'),
	}),
	...inGroup('links', {
		'link-empty': warning('Every link has an address', 'Give it an address, or take the link off.'),
		'own-link-gone': close('Links to own stories lead to one', 'Link to another story, or take the link off.'),
		'own-link-unpublished': close(
			'Readers have the own stories that the words link to',
			'Link to another story, or publish that one too.',
		),
		'link-insecure': warning('No link goes to http:', 'Use the https: address of the page.'),
		'link-tracking': warning(
			'No link says where its readers come from',
			'Take what follows the reader off the address.',
		),
		'linked-story-gone': rule(
			'Related posts and the next read are there',
			'Choose another story, or bring it back from the trash.',
		),
		'linked-story-unpublished': warning(
			'Readers have the related posts and the next read',
			'Choose another story, or publish that one too.',
		),
		'linked-story-embargoed': warning(
			'No related post is under embargo',
			'Choose another story, or wait for the embargo.',
		),
		'linked-story-itself': warning('The story does not link to itself', 'Choose another story.'),
		'outside-link-untitled': warning('Outside pages have titles', 'Give the page a title.'),
		'related-many': warning('There are not too many related posts', 'Take some out.', { most: atMost(6, 'related') }),
	}),
	...inGroup('filing', {
		'category-missing': rule('The story is in a category', 'Add one in the inspector.'),
		'category-unknown': rule('The newsroom has the story’s categories', 'Choose another category.'),
	}),
};

/** The name of a check, such as `headline-long`. */
export type CheckId = keyof typeof checkTable;

const names: readonly string[] = Object.keys(checkTable);

/** Whether there is a check of this name. */
export function isCheckId(name: string): name is CheckId {
	return names.includes(name);
}

/** All checks, in the order of the table. */
export const checkIds: readonly CheckId[] = names.filter(isCheckId);

const ofGroup: Readonly<Record<CheckGroup, FieldRef>> = {
	headline: { field: 'headline' },
	keyPoints: { field: 'keyPoints' },
	body: { field: 'body' },
	pictures: { field: 'leadImage' },
	links: { field: 'related', index: 0 },
	filing: { field: 'categories' },
};
const elsewhere: Readonly<Partial<Record<CheckId, FieldRef>>> = {
	'standfirst-missing': { field: 'standfirst' },
	'standfirst-long': { field: 'standfirst' },
	'push-standfirst-long': { field: 'standfirst' },
	'social-standfirst-long': { field: 'standfirst' },
	'search-title-long': { field: 'seo' },
	'search-description-long': { field: 'seo' },
	'language-unlike': { field: 'language' },
	'image-alt-missing': { field: 'body' },
	'gallery-alt-missing': { field: 'body' },
	'link-empty': { field: 'body' },
	'own-link-gone': { field: 'body' },
	'own-link-unpublished': { field: 'body' },
};

/** Where a check looks first, for those who want to see for themselves. */
export function checkPlace(id: CheckId): FieldRef {
	return elsewhere[id] ?? ofGroup[checkEntry(id).group];
}

/** What the table says of a check. */
export function checkEntry(id: CheckId): CheckEntry {
	return checkTable[id];
}
