import type { LinkedStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Host } from '../host/host.ts';
import { Store } from './basics/store.ts';

/** What is known of linked stories: null is gone or in the trash, undefined is not known yet. */
export type LinkedMap = ReadonlyMap<ArticleId, LinkedStory | null>;

/** What the cache needs of a host. */
export interface LinkedSource {
	linked: Host['articles']['linked'];
	subscribe: Host['subscribe'];
	subscribeConnection: Host['subscribeConnection'];
}

/** The contract's limit for one question. */
const batchSize = 500;
/** So many are kept; beyond that those that nothing shows are let go, the oldest first. */
const mostKept = 500;

/** The stories that links lead to: asked for in batches, kept, and asked for again when they change. */
export class LinkedStoryCache extends Store<LinkedMap> {
	readonly #watched = new Map<ArticleId, number>();
	readonly #waiting = new Set<ArticleId>();
	/** The last question about each story, so that a late answer never replaces a newer one. */
	readonly #asked = new Map<ArticleId, number>();
	#questions = 0;
	#scheduled = false;

	constructor(private readonly source: LinkedSource) {
		super(new Map());
		source.subscribe('articles.changed', ({ ids }) => this.#forget(ids));
		source.subscribe('newsroom.changed', () => this.#forget([...this.getState().keys(), ...this.#watched.keys()]));
		source.subscribeConnection((connected) => {
			if (connected) for (const id of this.#watched.keys()) if (!this.getState().has(id)) this.#want(id);
		});
	}

	/** Keeps these stories known until the returned function is called. */
	watch(ids: readonly ArticleId[]): () => void {
		for (const id of ids) {
			this.#watched.set(id, (this.#watched.get(id) ?? 0) + 1);
			if (!this.getState().has(id)) this.#want(id);
		}
		return () => {
			for (const id of ids) {
				const left = (this.#watched.get(id) ?? 1) - 1;
				if (left > 0) this.#watched.set(id, left);
				else this.#watched.delete(id);
			}
		};
	}

	#forget(ids: readonly ArticleId[]) {
		const known = new Map(this.getState());
		for (const id of ids) {
			// What is on the screen keeps its old words until the new ones are here.
			if (this.#watched.has(id)) this.#want(id);
			else if (known.delete(id)) this.#asked.delete(id);
		}
		if (known.size < this.getState().size) this.setState(known);
	}

	#want(id: ArticleId) {
		this.#waiting.add(id);
		if (this.#scheduled) return;
		this.#scheduled = true;
		queueMicrotask(() => {
			this.#scheduled = false;
			const ids = [...this.#waiting];
			this.#waiting.clear();
			for (let start = 0; start < ids.length; start += batchSize) void this.#ask(ids.slice(start, start + batchSize));
		});
	}

	async #ask(ids: ArticleId[]) {
		this.#questions += 1;
		const question = this.#questions;
		for (const id of ids) this.#asked.set(id, question);
		const answer = await this.source.linked({ ids });
		// Without an answer nothing is known, which is not the same as gone; a new connection asks again.
		if (!answer.ok) return;
		const found = new Map(answer.value.map((story) => [story.id, story]));
		const known = new Map(this.getState());
		for (const id of ids) {
			if (this.#asked.get(id) === question) known.set(id, found.get(id) ?? null);
		}
		for (const id of known.keys()) {
			if (known.size <= mostKept) break;
			if (this.#watched.has(id)) continue;
			known.delete(id);
			this.#asked.delete(id);
		}
		this.setState(known);
	}
}
