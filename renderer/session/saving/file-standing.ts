import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import type { Article } from '#shared/model/article.ts';
import type { SessionText } from '../session-text.ts';
import { meetTheirs, type Standing, standingAt } from './meet-theirs.ts';
import { UnansweredSaves } from './unanswered-saves.ts';

/** How the story on the desk stands to its file, from its opening on. */
export class FileStanding {
	readonly unanswered = new UnansweredSaves();
	#now: Standing;
	/** The standing when nothing was left to decide: until then the text lacks words of the file that it met. */
	#agreed: Standing;

	constructor(opened: OpenedArticle) {
		this.#now = standingAt(opened);
		this.#agreed = this.#now;
	}

	get now(): Standing {
		return this.#now;
	}

	/** What unsaved text goes back to. */
	get origin(): Pick<SessionText, 'base' | 'basedOn' | 'sent'> {
		return { base: this.#agreed.base, basedOn: this.#agreed.revision, sent: this.unanswered.first };
	}

	become(standing: Standing): void {
		this.#now = standing;
		if (standing.collisions.length === 0) this.#agreed = standing;
	}

	/** The file holds what was sent to be saved. */
	saved(saved: Extract<SaveOutcome, { kind: 'saved' }>): void {
		this.unanswered.end();
		this.become(standingAt(saved));
	}

	/** The file is another one; answers the story that holds both. */
	meet(mine: Article, theirs: OpenedArticle): Article {
		// A save whose answer was lost is the own text, not somebody else's.
		const base = this.unanswered.find(theirs.article) ?? this.#now.base;
		const { standing, merged } = meetTheirs({ ...this.#now, base }, mine, theirs);
		this.unanswered.end();
		this.become(standing);
		return merged;
	}
}
