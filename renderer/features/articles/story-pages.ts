import type { ArticleSort, ListedStory, Queue } from '#shared/contract/articles.ts';
import type { Failure } from '#shared/failure.ts';
import type { Host } from '../../host/host.ts';

/** Which stories a list shows, and in which order. */
export interface ListQuestion {
	readonly queue: Queue;
	readonly category: string | null;
	readonly text: string;
	readonly sort: ArticleSort;
}

/** The rows read so far. */
export interface StoryPages {
	readonly rows: readonly ListedStory[];
	/** Null until it is counted. */
	readonly total: number | null;
	readonly next: string | null;
	/** False until the first answer. */
	readonly known: boolean;
	readonly failure: Failure | null;
}

const pageSize = 100;
/** The contract's limit for one question. */
const largestPage = 500;

/** Reads a list of stories page by page, and again when stories change; what is shown stays until the new rows come. */
export class StoryPageReader {
	#pages: StoryPages = { rows: [], total: null, next: null, known: false, failure: null };
	readonly #listeners = new Set<() => void>();
	#turn = 0;
	#reading = false;

	constructor(
		private readonly articles: Pick<Host['articles'], 'list' | 'total'>,
		private readonly question: ListQuestion,
	) {}

	readonly snapshot = (): StoryPages => this.#pages;

	/** Hears every change; returns the function that ends it. */
	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Reads everything that is shown again. */
	async reload(): Promise<void> {
		this.#turn += 1;
		const turn = this.#turn;
		const wanted = Math.max(pageSize, this.#pages.rows.length);
		let rows: readonly ListedStory[] = [];
		let cursor: string | null = null;
		do {
			const limit = Math.min(largestPage, wanted - rows.length);
			const result = await this.articles.list({ ...this.question, cursor, limit });
			if (turn !== this.#turn) return;
			if (!result.ok) {
				this.#set({ ...this.#pages, known: true, failure: result.failure });
				return;
			}
			rows = [...rows, ...result.value.rows];
			cursor = result.value.next;
			if (cursor === null || rows.length >= wanted) {
				this.#set({ ...this.#pages, rows, next: cursor, known: true, failure: null });
				await this.#count(turn);
				return;
			}
		} while (rows.length < wanted);
	}

	/** Reads the page after the last row, when there is one. */
	async more(): Promise<void> {
		const { next, rows } = this.#pages;
		if (next === null || this.#reading) return;
		this.#reading = true;
		const turn = this.#turn;
		const result = await this.articles.list({ ...this.question, cursor: next, limit: pageSize });
		this.#reading = false;
		if (turn !== this.#turn || !result.ok) return;
		const known = new Set(rows.map((row) => row.id));
		const fresh = result.value.rows.filter((row) => !known.has(row.id));
		this.#set({ ...this.#pages, rows: [...rows, ...fresh], next: result.value.next });
	}

	async #count(turn: number): Promise<void> {
		const { sort: _, ...filter } = this.question;
		const result = await this.articles.total(filter);
		if (turn === this.#turn && result.ok) this.#set({ ...this.#pages, total: result.value.total });
	}

	#set(pages: StoryPages): void {
		this.#pages = pages;
		for (const listener of this.#listeners) listener();
	}
}
