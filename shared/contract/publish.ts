import type { TellingNote } from '../document/corrections/notes.ts';
import type { ArticleId } from '../model/article.ts';
import type { Status } from '../model/status.ts';

/** What readers were told of a change of a story. */
export interface ToldNote extends TellingNote {
	readonly id: ArticleId;
	readonly headline: string;
	readonly status: Status;
	/** Whether readers have it now; else it waits with the changes of its story, or the story is not published. */
	readonly isLive: boolean;
}

/** What readers were told of changes in all stories, newest first. */
export interface ToldNotes {
	readonly notes: readonly ToldNote[];
	/** Whether there are no more than these. */
	readonly isWhole: boolean;
}

/** A story whose time to be published has come. */
export interface DueStory {
	readonly id: ArticleId;
	readonly headline: string;
	/** When it was to be published, ISO 8601. */
	readonly scheduled: string;
}

/** What became of the stories whose time had come. */
export interface DueReport {
	readonly published: readonly DueStory[];
	/** Those that could not be published, with the reason in a sentence; they stay ready. */
	readonly failed: readonly (DueStory & { readonly reason: string })[];
	/** Those that an embargo keeps back until somebody lifts it, with the reason in a sentence; they stay ready as well. */
	readonly held: readonly (DueStory & { readonly reason: string })[];
}
