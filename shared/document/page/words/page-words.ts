/** The words that a page says by itself, in one language. Names and times come in as they are, text or markup. */
export interface PageWords {
	readonly trending: string;
	readonly categories: string;
	/** What stands before the site of a link that leads elsewhere; heard, not seen. */
	readonly site: string;
	readonly tags: string;
	/** In place of a headline that is not written yet. */
	readonly untitled: string;
	readonly keyPoints: string;
	by(names: string): string;
	updated(time: string): string;
	readonly correction: OneOrMany;
	readonly clarification: OneOrMany;
	readonly correctionsAndClarifications: string;
	/** The link from a correction to what it is about. */
	readonly toPassage: string;
	readonly related: string;
	readonly readMore: string;
	/** The title of the newsletter box where the newsroom gives none. */
	readonly newsletter: string;
	readonly emailAddress: string;
	readonly subscribe: string;
	/** The title of the comment form. */
	readonly reply: string;
	readonly replyHint: string;
	readonly comment: string;
	readonly name: string;
	readonly email: string;
	readonly postComment: string;
	readonly nextRead: string;
	/** On what another site shows only once a reader asks for it. */
	loadFrom(site: string): string;
	/** Between a name and its role, or a place and its day. */
	readonly comma: string;
	/** Between people with roles. */
	readonly semicolon: string;
	/** Before what a label is about. */
	readonly colon: string;
}

interface OneOrMany {
	readonly one: string;
	readonly many: string;
}
