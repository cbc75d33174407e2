import type { ArticleSort, ArticleSummary, LinkedStory, Queue } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { exportedStatuses } from '#shared/model/workflow.ts';
import type { ArticleIndex, IndexedStory, ListQuery } from './article-index.ts';
import { foldText, searchWords } from './fold-text.ts';
import { createSortedStories, type SortedStories, type SortedStory } from './sorted-stories.ts';

/** An index that lives in memory and is made again whenever a newsroom opens; `hasCategory` asks the present taxonomy. */
export function createMemoryIndex(hasCategory: (slug: Slug) => boolean): ArticleIndex {
	const stories = new Map<ArticleId, IndexedStory>();
	/** More than one story has a slug only where files were copied or merged by hand. */
	const bySlug = new Map<Slug, Set<ArticleId>>();
	/** The orders that somebody has asked for. */
	const orders = new Map<ArticleSort, SortedStories>();

	const errorsOf = ({ summary, links }: IndexedStory) =>
		summary.errors +
		links.filter((id) => !stories.has(id)).length +
		summary.categories.filter((slug) => !hasCategory(slug)).length;
	const summaryOf = (story: IndexedStory): ArticleSummary => ({ ...story.summary, errors: errorsOf(story) });

	const dropSlug = (id: ArticleId) => {
		const slug = stories.get(id)?.summary.slug;
		if (slug === undefined) return;
		const owners = bySlug.get(slug);
		owners?.delete(id);
		if (owners?.size === 0) bySlug.delete(slug);
	};

	const order = (sort: ArticleSort) => {
		const present = orders.get(sort) ?? createSortedStories(sort, stories.values());
		orders.set(sort, present);
		return present;
	};

	const takeOut = (id: ArticleId) => {
		const before = stories.get(id);
		if (before === undefined) return;
		dropSlug(id);
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

	return {
		put(story) {
			const { id, slug } = story.summary;
			takeOut(id);
			stories.set(id, story);
			bySlug.set(slug, (bySlug.get(slug) ?? new Set()).add(id));
			for (const sorted of orders.values()) sorted.add(story);
		},
		remove: takeOut,
		get: (id) => stories.get(id) ?? null,
		isSlugTaken: (slug, id) => [...(bySlug.get(slug) ?? [])].some((owner) => owner !== id),
		list({ queue, categories, text, sort, cursor, limit }: ListQuery) {
			const words = searchWords(text);
			const sorted = order(sort);
			const isFound = ({ story }: SortedStory) =>
				isInQueue(story, queue) &&
				(categories === null || story.summary.categories.some((slug) => categories.has(slug))) &&
				words.every((word) => holds(story, word));
			const found = sorted.rows.filter(isFound);
			const before = cursor === null ? 0 : sorted.rows.slice(0, sorted.placeAfter(cursor)).filter(isFound).length;
			const page = found.slice(before, before + limit);
			const next = before + limit >= found.length ? null : (page.at(-1)?.key ?? null);
			return { rows: page.map(({ story }) => summaryOf(story)), next, total: found.length };
		},
		countQueues() {
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
		countCategories(upwards) {
			const counts = new Map<Slug, number>();
			for (const { summary } of stories.values()) {
				// A story of two categories under one counts once in the one above.
				for (const slug of new Set(summary.categories.flatMap(upwards))) counts.set(slug, (counts.get(slug) ?? 0) + 1);
			}
			return Object.fromEntries(counts);
		},
		search(text, limit, exclude) {
			const words = searchWords(text);
			const phrase = foldText(text);
			const found: { story: IndexedStory; score: number }[] = [];
			// Newest first, and the sort below keeps that order among equals.
			for (const { story } of order('updated').rows) {
				if (exclude.has(story.summary.id) || !words.every((word) => holds(story, word))) continue;
				found.push({ story, score: scoreOf(story, words, phrase) });
			}
			found.sort((a, b) => b.score - a.score);
			return found.slice(0, limit).map(({ story }) => story.linked);
		},
		trending() {
			const rows = [...stories.values()].filter(
				({ summary }) => summary.trending && exportedStatuses.includes(summary.status),
			);
			const linked = rows.map((story): LinkedStory => story.linked);
			return linked.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? 1 : -1));
		},
		ids: () => order('updated').rows.map(({ story }) => story.summary.id),
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
