import type { Newsroom } from '../../model/newsroom.ts';
import type { Problem } from '../../model/problem.ts';

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

/** Every check by its id, in the order in which they are shown; the one list of them. */
export const checkTable = {
	'headline-missing': {
		group: 'headline',
		label: 'The story has a headline',
		severity: 'error',
		isRule: true,
		fix: 'Write one above the text.',
	},
	'headline-long': {
		group: 'headline',
		label: 'The headline is not too long',
		severity: 'warning',
		fix: 'Shorten it.',
		limits: { most: characters(90, 'headline') },
	},
	'standfirst-missing': {
		group: 'headline',
		label: 'The story has a standfirst',
		severity: 'warning',
		fix: 'Write one below the headline.',
	},
	'standfirst-long': {
		group: 'headline',
		label: 'The standfirst is not too long',
		severity: 'warning',
		fix: 'Shorten it.',
		limits: { most: characters(160, 'standfirst') },
	},
	'key-points-empty': {
		group: 'keyPoints',
		label: 'The key-points box is not empty',
		severity: 'warning',
		fix: 'Write key points into it, or take it out.',
	},
	'key-points-unplaced': {
		group: 'keyPoints',
		label: 'The key points stand in the body',
		severity: 'warning',
		fix: 'Put the key-points box into the body.',
	},
	'key-point-empty': {
		group: 'keyPoints',
		label: 'No key point is empty',
		severity: 'warning',
		fix: 'Write it, or take it out.',
	},
	'key-points-many': {
		group: 'keyPoints',
		label: 'There are not too many key points',
		severity: 'warning',
		fix: 'Take some out.',
		limits: { most: atMost(5, 'keyPoints') },
	},
	'body-missing': {
		group: 'body',
		label: 'The story has a body',
		severity: 'error',
		isRule: true,
		fix: 'Write it.',
	},
	placeholder: {
		group: 'body',
		label: 'No TK is left',
		severity: 'warning',
		fix: 'Fill in what is still to come.',
	},
	'subhead-empty': {
		group: 'body',
		label: 'No subhead is empty',
		severity: 'warning',
		fix: 'Write it, or take it out.',
	},
	'quote-empty': {
		group: 'body',
		label: 'No quote is empty',
		severity: 'warning',
		fix: 'Write it, or take it out.',
	},
	'picture-gone': {
		group: 'pictures',
		label: 'All pictures are in the newsroom',
		severity: 'error',
		isRule: true,
		fix: 'Put another picture in its place.',
	},
	'lead-image-alt-missing': {
		group: 'pictures',
		label: 'The lead picture has alt text',
		severity: 'error',
		isRule: true,
		fix: 'Say what the picture shows.',
	},
	'image-alt-missing': {
		group: 'pictures',
		label: 'Pictures in the body have alt text',
		severity: 'error',
		isRule: true,
		fix: 'Say what the picture shows.',
	},
	'gallery-alt-missing': {
		group: 'pictures',
		label: 'Pictures of galleries have alt text',
		severity: 'error',
		isRule: true,
		fix: 'Say what the picture shows.',
	},
	'link-empty': {
		group: 'links',
		label: 'Every link has an address',
		severity: 'warning',
		fix: 'Give it an address, or take the link off.',
	},
	'linked-story-gone': {
		group: 'links',
		label: 'Related posts and the next read are there',
		severity: 'error',
		isRule: true,
		fix: 'Choose another story, or bring it back from the trash.',
	},
	'linked-story-unpublished': {
		group: 'links',
		label: 'Readers have the related posts and the next read',
		severity: 'warning',
		fix: 'Choose another story, or publish that one too.',
	},
	'linked-story-embargoed': {
		group: 'links',
		label: 'No related post is under embargo',
		severity: 'warning',
		fix: 'Choose another story, or wait for the embargo.',
	},
	'linked-story-itself': {
		group: 'links',
		label: 'The story does not link to itself',
		severity: 'warning',
		fix: 'Choose another story.',
	},
	'outside-link-untitled': {
		group: 'links',
		label: 'Outside pages have titles',
		severity: 'warning',
		fix: 'Give the page a title.',
	},
	'related-many': {
		group: 'links',
		label: 'There are not too many related posts',
		severity: 'warning',
		fix: 'Take some out.',
		limits: { most: atMost(6, 'related') },
	},
	'category-missing': {
		group: 'filing',
		label: 'The story is in a category',
		severity: 'error',
		isRule: true,
		fix: 'Add one in the inspector.',
	},
	'category-unknown': {
		group: 'filing',
		label: 'The newsroom has the story’s categories',
		severity: 'error',
		isRule: true,
		fix: 'Choose another category.',
	},
} as const satisfies Readonly<Record<string, CheckEntry>>;

/** The name of a check, such as `headline-long`. */
export type CheckId = keyof typeof checkTable;

const names: readonly string[] = Object.keys(checkTable);

/** Whether there is a check of this name. */
export function isCheckId(name: string): name is CheckId {
	return names.includes(name);
}

/** All checks, in the order of the table. */
export const checkIds: readonly CheckId[] = names.filter(isCheckId);

/** What the table says of a check. */
export function checkEntry(id: CheckId): CheckEntry {
	return checkTable[id];
}
