import type { Status } from '#shared/model/workflow.ts';

/** What a status is called. */
export const statusNames: Readonly<Record<Status, string>> = {
	draft: 'Draft',
	review: 'Review',
	ready: 'Ready',
	published: 'Published',
	withdrawn: 'Withdrawn',
};

/** What a status means, in a few words. */
export const statusNotes: Readonly<Record<Status, string>> = {
	draft: 'Being written',
	review: 'Waits for a second reader',
	ready: 'Exported with the next export',
	published: 'On the site',
	withdrawn: 'Taken off the site by the next export',
};
