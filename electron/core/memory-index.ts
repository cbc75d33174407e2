import type { ArticleSort, ArticleSummary, LinkedStory, Queue } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { exportedStatuses } from '#shared/model/workflow.ts';
import type { ArticleIndex, IndexedStory, ListQuery } from './article-index.ts';
import { foldText, searchWords } from './fold-text.ts';

const idLength = 26;

/** An index that lives in memory and is made again whenever a newsroom opens; `hasCategory` asks the present taxonomy. */
export function createMemoryIndex(hasCategory: (slug: Slug) => boolean): ArticleIndex {
	const stories = new Map<ArticleId, IndexedStory>();
	/** More than one story has a slug only where files were copied or merged by hand. */
	const bySlug = new Map<Slug, Set<ArticleId>>();
	/** Sorted keys by sort, thrown away whenever a story changes. */
	let sorted = new Map<ArticleSort, readonly { key: string; story: IndexedStory }[]>();

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
		const present = sorted.get(sort);
		if (present !== undefined) return present;
		const rows = [...stories.values()].map((story) => ({ key: sortKey(story, sort), story }));
		rows.sort((a, b) => compare(a.key, b.key, sort));
		sorted.set(sort, rows);
		return rows;
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
			dropSlug(id);
			stories.set(id, story);
			bySlug.set(slug, (bySlug.get(slug) ?? new Set()).add(id));
			sorted = new Map();
		},
		remove(id) {
			dropSlug(id);
			stories.delete(id);
			sorted = new Map();
		},
		get: (id) => stories.get(id) ?? null,
		isSlugTaken: (slug, id) => [...(bySlug.get(slug) ?? [])].some((owner) => owner !== id),
		list({ queue, categories, text, sort, cursor, limit }: ListQuery) {
			const words = searchWords(text);
			const found = order(sort).filter(
				({ story }) =>
					isInQueue(story, queue) &&
					(categories === null || story.summary.categories.some((slug) => categories.has(slug))) &&
					words.every((word) => holds(story, word)),
			);
			const start = cursor === null ? 0 : found.findIndex(({ key }) => compare(key, cursor, sort) > 0);
			const page = start < 0 ? [] : found.slice(start, start + limit);
			const isLast = start < 0 || start + limit >= found.length;
			const next = isLast ? null : (page.at(-1)?.key ?? null);
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
		countCategories() {
			const counts = new Map<Slug, number>();
			for (const { summary } of stories.values()) {
				for (const slug of summary.categories) counts.set(slug, (counts.get(slug) ?? 0) + 1);
			}
			return Object.fromEntries(counts);
		},
		search(text, limit, exclude) {
			const words = searchWords(text);
			const phrase = foldText(text);
			const found: { story: IndexedStory; score: number }[] = [];
			// Newest first, and the sort below keeps that order among equals.
			for (const { story } of order('updated')) {
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
		ids: () => order('updated').map(({ story }) => story.summary.id),
	};
}

function sortKey(story: IndexedStory, sort: ArticleSort): string {
	const { id, dates } = story.summary;
	switch (sort) {
		case 'updated':
			return comparableMoment(dates.updated) + id;
		case 'published':
			return (dates.published === null ? '' : comparableMoment(dates.published)) + id;
		case 'headline':
			return story.words.headline.slice(0, 60) + id;
	}
}

/** Moments may be written with and without seconds and milliseconds; in one form they sort as text. */
function comparableMoment(moment: string): string {
	return new Date(moment).toISOString();
}

/** Newest first, or headlines from A; the id decides between equals. The key's last characters are the id. */
function compare(a: string, b: string, sort: ArticleSort): number {
	const [first, second] = sort === 'headline' ? [a, b] : [b, a];
	const fields = compareText(first.slice(0, -idLength), second.slice(0, -idLength));
	return fields !== 0 ? fields : compareText(first.slice(-idLength), second.slice(-idLength));
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
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
