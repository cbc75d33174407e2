import type { ArticleId } from '../model/article.ts';

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
