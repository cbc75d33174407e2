import type { ArticleSort, ArticleSummary, LinkedStory, Queue, StoryFilter } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { type Category, categoryPath, type Slug } from '#shared/model/category.ts';
import { exportedStatuses } from '#shared/model/workflow.ts';
import type { ArticleIndex, IndexedStory, ListQuery, StoryStatus } from './article-index.ts';
import { foldText, searchWords } from './fold-text.ts';
import { createSortedStories, type SortedStories } from './sorted-stories.ts';

/** An index that lives in memory and is made again whenever a newsroom opens. */
export function createMemoryIndex(): ArticleIndex {
	let taxonomy: readonly Category[] = [];
	const hasCategory = (slug: Slug) => taxonomy.some((category) => category.slug === slug);
	const stories = new Map<ArticleId, IndexedStory>();
	/** The orders that somebody has asked for. */
	const orders = new Map<ArticleSort, SortedStories>();

	const errorsOf = ({ summary, links }: IndexedStory) =>
		summary.errors +
		links.filter((id) => !stories.has(id)).length +
		summary.categories.filter((slug) => !hasCategory(slug)).length;
	const summaryOf = (story: IndexedStory): ArticleSummary => ({ ...story.summary, errors: errorsOf(story) });

	const order = (sort: ArticleSort) => {
		const present = orders.get(sort) ?? createSortedStories(sort, stories.values());
		orders.set(sort, present);
		return present;
	};

	const takeOut = (id: ArticleId) => {
		const before = stories.get(id);
		if (before === undefined) return;
		stories.delete(id);
		for (const sorted of orders.values()) sorted.remove(before);
	};

	const isInQueue = (story: IndexedStory, queue: Queue): boolean => {
		const { status, dates, trending } = story.summary;
		switch (queue) {
			case 'all':
				return true;
			case 'scheduled':
				return dates.scheduled !== null && status !== 'published' && status !== 'withdrawn';
			case 'trending':
				return trending;
			case 'problems':
				return errorsOf(story) > 0;
			default:
				return status === queue;
		}
	};

	const upwards = (slug: Slug) => {
		const path = categoryPath(taxonomy, slug).map((category) => category.slug);
		return path.length === 0 ? [slug] : path;
	};
	const find = ({ queue, category, text }: StoryFilter, sort: ArticleSort) => {
		const words = searchWords(text);
		return order(sort).rows.filter(
			({ story }) =>
				isInQueue(story, queue) &&
				(category === null || story.summary.categories.some((slug) => upwards(slug).includes(category))) &&
				words.every((word) => holds(story, word)),
		);
	};

	return {
		put(story) {
			const { id } = story.summary;
			takeOut(id);
			stories.set(id, folded(story));
			for (const sorted of orders.values()) sorted.add(folded(story));
		},
		remove: takeOut,
		follow(_newsroom, categories) {
			taxonomy = categories;
		},
		async list({ filter, sort, cursor, limit }: ListQuery) {
			const found = find(filter, sort);
			const after = cursor === null ? 0 : found.findIndex(({ story }) => story.summary.id === cursor) + 1;
			const page = found.slice(after, after + limit);
			const next = after + limit >= found.length ? null : (page.at(-1)?.story.summary.id ?? null);
			return { rows: page.map(({ story }) => ({ ...summaryOf(story), snippet: null })), next };
		},
		total: async (filter) => find(filter, 'updated').length,
		facets: async () => [],
		async countQueues() {
			const counts: Record<Queue, number> = {
				all: 0,
				draft: 0,
				review: 0,
				ready: 0,
				scheduled: 0,
				published: 0,
				withdrawn: 0,
				trending: 0,
				problems: 0,
			};
			const queues = Object.keys(counts) as Queue[];
			for (const story of stories.values()) {
				for (const queue of queues) if (isInQueue(story, queue)) counts[queue] += 1;
			}
			return counts;
		},
		async countCategories() {
			const counts = new Map<Slug, number>();
			for (const { summary } of stories.values()) {
				// A story of two categories under one counts once in the one above.
				for (const slug of new Set(summary.categories.flatMap((slug) => upwards(slug))))
					counts.set(slug, (counts.get(slug) ?? 0) + 1);
			}
			return Object.fromEntries(counts);
		},
		async search(text, limit, exclude) {
			const words = searchWords(text);
			const phrase = foldText(text);
			const found: { story: IndexedStory; score: number }[] = [];
			// Newest first, and the sort below keeps that order among equals.
			for (const { story } of order('updated').rows) {
				if (exclude.includes(story.summary.id) || !words.every((word) => holds(story, word))) continue;
				found.push({ story, score: scoreOf(story, words, phrase) });
			}
			found.sort((a, b) => b.score - a.score);
			return found.slice(0, limit).map(({ story }) => ({ ...story.linked, snippet: null }));
		},
		linked: async (ids) => ids.flatMap((id) => stories.get(id)?.linked ?? []),
		async trending() {
			const rows = [...stories.values()].filter(
				({ summary }) => summary.trending && exportedStatuses.includes(summary.status),
			);
			const linked = rows.map((story): LinkedStory => story.linked);
			return linked.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? 1 : -1));
		},
		async select(selection): Promise<StoryStatus[]> {
			const rows = selection.kind === 'ids' ? order('updated').rows : find(selection.filter, 'updated');
			return rows
				.map(({ story }) => ({ id: story.summary.id, status: story.summary.status }))
				.filter(({ id }) => (selection.kind === 'ids' ? selection.ids.includes(id) : !selection.except.includes(id)));
		},
		state: () => ({ kind: 'ready' }),
		close: async () => {},
	};
}

function folded(story: IndexedStory): IndexedStory {
	const { headline, standfirst, rest } = story.words;
	return {
		...story,
		words: { headline: foldText(headline), standfirst: foldText(standfirst), rest: foldText(rest) },
	};
}

function holds({ words }: IndexedStory, word: string): boolean {
	return words.headline.includes(word) || words.standfirst.includes(word) || words.rest.includes(word);
}

function scoreOf({ words }: IndexedStory, wanted: readonly string[], phrase: string): number {
	let score = phrase !== '' && words.headline.startsWith(phrase) ? 20 : 0;
	for (const word of wanted) {
		if (` ${words.headline}`.includes(` ${word}`)) score += 8;
		else if (words.headline.includes(word)) score += 5;
		else if (words.standfirst.includes(word)) score += 2;
	}
	return score;
}
