import type { ArticleSort, ListedStory, StoryFilter } from '#shared/contract/articles.ts';
import type { Failure } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Host } from '../../../host/host.ts';
import { Store } from '../../../session/basics/store.ts';

/** Which stories a list shows, and in which order. */
export interface ListQuestion {
	readonly filter: StoryFilter;
	readonly sort: ArticleSort;
}

/** A list as far as it is read: any page of it may be there or not. */
export interface StoryPages {
	readonly question: ListQuestion;
	/** How many rows the list has, read or not, as far as is known. */
	readonly count: number;
	/** Null until it is counted. */
	readonly total: number | null;
	/** The story of a row, from 0; undefined while it is not read. */
	readonly row: (index: number) => ListedStory | undefined;
	/** The row of a story among those that are read; -1 when it is not. */
	readonly find: (id: ArticleId) => number;
	/** False until the first answer. */
	readonly known: boolean;
	readonly failure: Failure | null;
}

interface Page {
	readonly rows: readonly ListedStory[];
	/** Whether stories may have changed since it was read. */
	readonly stale: boolean;
}

const pageSize = 100;
/** The contract's limit for one question. */
const largestPage = 500;
/** Pages that are kept; those farthest from what is shown are let go. */
const pagesKept = 40;

/**
 * Reads the pages of a list that are shown, wherever they are, and again when stories change; what is shown stays until
 * the new rows come. One question at a time, so that of a quick scroll only where it ends is read.
 */
export class StoryPageReader extends Store<StoryPages> {
	readonly #pages = new Map<number, Page>();
	#total: number | null = null;
	#known = false;
	#failure: Failure | null = null;
	#turn = 0;
	#shown = { first: 0, last: 0 };
	#reading: Promise<void> | null = null;

	constructor(
		private readonly articles: Pick<Host['articles'], 'list' | 'total'>,
		private readonly question: ListQuestion,
	) {
		super(shownPages(question, new Map(), { total: null, known: false, failure: null }));
	}

	/** Takes which rows are in view, and reads what is missing there. */
	show(first: number, last: number): Promise<void> {
		this.#shown = { first: Math.max(0, first), last: Math.max(0, first, last) };
		return this.#read();
	}

	/** Reads what is in view again; what is not is read again when it comes into view. */
	async reload(): Promise<void> {
		this.#turn += 1;
		this.#failure = null;
		for (const [number, page] of this.#pages) this.#pages.set(number, { ...page, stale: true });
		await Promise.all([this.#read(), this.#count(this.#turn)]);
	}

	/** The ids of the rows from one to another, those that are not read included; null when they cannot be read. */
	async idsBetween(first: number, last: number): Promise<ArticleId[] | null> {
		const ids: ArticleId[] = [];
		for (let index = first; index <= last; ) {
			const row = this.#row(index);
			if (row !== undefined) {
				ids.push(row.id);
				index += 1;
				continue;
			}
			const limit = Math.min(largestPage, last - index + 1);
			const result = await this.articles.list({
				...this.question.filter,
				sort: this.question.sort,
				offset: index,
				limit,
			});
			if (!result.ok) return null;
			if (result.value.rows.length === 0) break;
			ids.push(...result.value.rows.map(({ id }) => id));
			index += result.value.rows.length;
		}
		return ids;
	}

	#read(): Promise<void> {
		this.#reading ??= this.#readMissing().finally(() => {
			this.#reading = null;
		});
		return this.#reading;
	}

	async #readMissing(): Promise<void> {
		for (let number = this.#nextPage(); number !== null; number = this.#nextPage()) {
			const turn = this.#turn;
			const result = await this.articles.list({
				...this.question.filter,
				sort: this.question.sort,
				offset: number * pageSize,
				limit: pageSize,
			});
			// Asked before stories changed: asked once more.
			if (turn !== this.#turn) continue;
			this.#known = true;
			if (!result.ok) {
				this.#failure = result.failure;
				this.#tell();
				return;
			}
			const { rows, next } = result.value;
			this.#pages.set(number, { rows, stale: false });
			if (next === null && (rows.length > 0 || number === 0)) this.#endAt(number * pageSize + rows.length);
			this.#letGo();
			this.#tell();
		}
	}

	/** The page to be read next: of those in view, the first that is missing or stale; then those beside them. */
	#nextPage(): number | null {
		if (this.#failure !== null) return null;
		const [first, last] = this.#pagesShown();
		const end = this.#total === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil(this.#total / pageSize));
		const wanted = [];
		for (let number = first; number <= last; number += 1) wanted.push(number);
		if (this.#known) wanted.push(last + 1, first - 1);
		for (const number of wanted) {
			if (number < 0 || number >= end || (this.#total === null && number > last)) continue;
			const page = this.#pages.get(number);
			if (page === undefined || page.stale) return number;
		}
		return null;
	}

	#pagesShown(): [number, number] {
		return [Math.floor(this.#shown.first / pageSize), Math.floor(this.#shown.last / pageSize)];
	}

	async #count(turn: number): Promise<void> {
		const result = await this.articles.total(this.question.filter);
		if (turn !== this.#turn || !result.ok) return;
		this.#endAt(result.value.total);
		this.#tell();
		await this.#read();
	}

	#endAt(total: number): void {
		this.#total = total;
		for (const [number, page] of this.#pages) {
			const left = total - number * pageSize;
			// The first page of an empty list is empty, not missing.
			if (left <= 0 && number > 0) this.#pages.delete(number);
			else if (page.rows.length > left) this.#pages.set(number, { ...page, rows: page.rows.slice(0, left) });
		}
	}

	#letGo(): void {
		if (this.#pages.size <= pagesKept) return;
		const [first, last] = this.#pagesShown();
		const middle = (first + last) / 2;
		const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
		for (const number of far.slice(0, this.#pages.size - pagesKept)) this.#pages.delete(number);
	}

	#row(index: number): ListedStory | undefined {
		return this.#pages.get(Math.floor(index / pageSize))?.rows[index % pageSize];
	}

	#tell(): void {
		const { question } = this;
		this.setState(
			shownPages(question, new Map(this.#pages), { total: this.#total, known: this.#known, failure: this.#failure }),
		);
	}
}

function shownPages(
	question: ListQuestion,
	pages: ReadonlyMap<number, Page>,
	{ total, known, failure }: Pick<StoryPages, 'total' | 'known' | 'failure'>,
): StoryPages {
	const read = Math.max(0, ...[...pages].map(([number, { rows }]) => number * pageSize + rows.length));
	return {
		question,
		count: total ?? read,
		total,
		row: (index) => pages.get(Math.floor(index / pageSize))?.rows[index % pageSize],
		find: (id) => {
			for (const [number, { rows }] of pages) {
				const at = rows.findIndex((row) => row.id === id);
				if (at >= 0) return number * pageSize + at;
			}
			return -1;
		},
		known,
		failure,
	};
}
