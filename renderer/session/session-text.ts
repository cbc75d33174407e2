import type { TextVersion } from '#shared/contract/session-id.ts';
import type { Article, Revision } from '#shared/model/article.ts';

/** A story's text at one moment of its session, with what it goes back to. */
export interface SessionText {
	readonly article: Article;
	/** How many changes the session had made. */
	readonly version: TextVersion;
	readonly basedOn: Revision;
	/** The story that the file held at `basedOn`. */
	readonly base: Article;
	/** The text of a save that was never answered, so that the file may hold it; null when there is none. */
	readonly sent: Article | null;
}
