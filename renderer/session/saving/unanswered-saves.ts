import { isSavedFrom } from '#shared/document/is-saved-from.ts';
import type { Article } from '#shared/model/article.ts';

const most = 20;

/** The texts whose saves were sent and not answered: any of them may be in the file. */
export class UnansweredSaves {
	#texts: Article[] = [];

	/** The text that was under way when the host went away; null when every save was answered. */
	get first(): Article | null {
		return this.#texts[0] ?? null;
	}

	/** A save of this text is sent; answers whether no unanswered save has sent it before. */
	sent(article: Article): boolean {
		if (this.#texts.at(-1) === article) return false;
		this.#texts.push(article);
		// The first one is kept: those after it are sent to a host that is gone.
		if (this.#texts.length > most) this.#texts.splice(1, 1);
		return true;
	}

	/** The save of this text was answered: it is not in the file. */
	refused(article: Article): void {
		this.#texts = this.#texts.filter((text) => text !== article);
	}

	/** The one that the file holds, if it holds one. */
	find(saved: Article): Article | null {
		return this.#texts.findLast((text) => isSavedFrom(saved, text)) ?? null;
	}

	/** What the file holds is known. */
	end(): void {
		this.#texts = [];
	}
}
