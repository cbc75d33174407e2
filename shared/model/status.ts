import { z } from 'zod';

/** A story's way to the reader: `draft → review → ready → published`, and `withdrawn`. */
export const Status = z.enum(['draft', 'review', 'ready', 'published', 'withdrawn']);
export type Status = z.infer<typeof Status>;

interface StatusEntry {
	/** What it is called on every screen. */
	readonly label: string;
	/** A story of this status inside a sentence: "which is a draft". */
	readonly phrase: string;
	/** What it means, in a few words. */
	readonly note: string;
	readonly icon: 'pencil' | 'eye' | 'check' | 'globe' | 'archive';
	readonly dot: 'grey' | 'amber' | 'accent' | 'green' | 'ring';
	/** Its queue in the navigator; one that most newsrooms never fill is shown once it holds something. */
	readonly queue: { readonly label: string; readonly empty: string; readonly isRare?: true };
	/** Which statuses may come after it. */
	readonly followedBy: 'any' | readonly Status[];
	/**
	 * Which exports take its stories: all of them; those that ask for ready stories or name one; those that name one and ask
	 * for drafts, which no list and no link of theirs mentions; or none.
	 */
	readonly exported: 'always' | 'by name' | 'as draft' | 'never';
	/** Whether a story with a time to be published at still waits for it. */
	readonly waits: boolean;
	/** How the index keeps it; a new status takes the next number, so that no index has to be made anew. */
	readonly code: number;
}

/** All that is known of each status, in the order of a story's way to the reader. */
export const statuses = {
	draft: {
		label: 'Draft',
		phrase: 'a draft',
		note: 'Being written',
		icon: 'pencil',
		dot: 'grey',
		queue: { label: 'Drafts', empty: 'There are no drafts. Begin a new story.' },
		followedBy: 'any',
		exported: 'as draft',
		waits: true,
		code: 0,
	},
	review: {
		label: 'In review',
		phrase: 'in review',
		note: 'Waits for a second reader',
		icon: 'eye',
		dot: 'amber',
		queue: {
			label: 'In review',
			empty: 'Nothing waits for review. A story comes here when its status is In review.',
		},
		followedBy: 'any',
		exported: 'as draft',
		waits: true,
		code: 1,
	},
	ready: {
		label: 'Ready',
		phrase: 'ready but not published',
		note: 'Finished, but not on the site yet',
		icon: 'check',
		dot: 'accent',
		queue: { label: 'Ready', empty: 'Nothing is ready to be published yet.' },
		followedBy: 'any',
		exported: 'by name',
		waits: true,
		code: 2,
	},
	published: {
		label: 'Published',
		phrase: 'published',
		note: 'On the site',
		icon: 'globe',
		dot: 'green',
		queue: { label: 'Published', empty: 'Nothing is published yet.' },
		// One that readers have is taken from them, or published anew with its changes; it is no longer waiting for anything.
		followedBy: ['draft', 'withdrawn'],
		exported: 'always',
		waits: false,
		code: 3,
	},
	withdrawn: {
		label: 'Withdrawn',
		phrase: 'withdrawn',
		note: 'Taken off the site by the next export',
		icon: 'archive',
		dot: 'ring',
		queue: { label: 'Withdrawn', empty: 'No story has been withdrawn.', isRare: true },
		followedBy: 'any',
		exported: 'never',
		waits: false,
		code: 4,
	},
} as const satisfies Record<Status, StatusEntry>;

/** What is known of a status, by its name. */
export function statusEntry(status: Status): StatusEntry {
	return statuses[status];
}

/** A published story whose file has been changed since readers got it. */
export const withChanges = 'Changes that are not live';

/** Whether a story may go from one status to another. */
export function mayFollow(from: Status, to: Status): boolean {
	const { followedBy } = statusEntry(from);
	return from === to || followedBy === 'any' || followedBy.includes(to);
}

/** The statuses whose stories an export of everything takes. */
export const exportedStatuses: readonly Status[] = Status.options.filter(
	(status) => statusEntry(status).exported === 'always',
);

/** The statuses whose stories the lists and links of an export name, where it holds them. */
export const listedStatuses: readonly Status[] = Status.options.filter((status) => {
	const { exported } = statusEntry(status);
	return exported === 'always' || exported === 'by name';
});

/** The statuses whose stories wait for the time at which they are to be published. */
export const waitingStatuses: readonly Status[] = Status.options.filter((status) => statusEntry(status).waits);

/** A status that a published story can have. */
export type PublishableStatus = {
	[Name in Status]: (typeof statuses)[Name]['exported'] extends 'never' ? never : Name;
}[Status];
export const PublishableStatus = z.enum(
	Status.options.filter((status): status is PublishableStatus => statusEntry(status).exported !== 'never'),
);
