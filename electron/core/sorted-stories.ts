import type { ArticleSort } from '#shared/contract/articles.ts';
import type { IndexedStory } from './article-index.ts';

/** A story with what it is sorted by; the last characters of the key are the story's id, which decides between equals. */
export interface SortedStory {
	readonly key: string;
	readonly story: IndexedStory;
}

/** Stories in one order, kept in it as they come, change and go. */
export interface SortedStories {
	add(story: IndexedStory): void;
	remove(story: IndexedStory): void;
	readonly rows: readonly SortedStory[];
	/** The place of the first story that comes after this key, be its story still there or not. */
	placeAfter(key: string): number;
}

const idLength = 26;

/** Sorts stories newest first, or by headline from A. */
export function createSortedStories(sort: ArticleSort, stories: Iterable<IndexedStory>): SortedStories {
	const rows: SortedStory[] = Array.from(stories, (story) => ({ key: sortKey(story, sort), story }));
	rows.sort((a, b) => compare(a.key, b.key, sort));
	const place = (key: string, isAfter: (order: number) => boolean) => {
		let [low, high] = [0, rows.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (isAfter(compare(rows[middle]?.key ?? '', key, sort))) high = middle;
			else low = middle + 1;
		}
		return low;
	};
	return {
		add(story) {
			const key = sortKey(story, sort);
			rows.splice(
				place(key, (order) => order >= 0),
				0,
				{ key, story },
			);
		},
		remove(story) {
			const key = sortKey(story, sort);
			const at = place(key, (order) => order >= 0);
			if (rows[at]?.key === key) rows.splice(at, 1);
		},
		rows,
		placeAfter: (key) => place(key, (order) => order > 0),
	};
}

function sortKey(story: IndexedStory, sort: ArticleSort): string {
	const { id, dates } = story.summary;
	switch (sort) {
		case 'updated':
		case 'best':
			return comparableMoment(dates.updated) + id;
		case 'published':
			return (dates.published === null ? '' : comparableMoment(dates.published)) + id;
		case 'scheduled':
			return (dates.scheduled === null ? '' : comparableMoment(dates.scheduled)) + id;
		case 'headline':
			return story.words.headline.slice(0, 60) + id;
	}
}

/** Moments may be written with and without seconds and milliseconds; in one form they sort as text. */
function comparableMoment(moment: string): string {
	return new Date(moment).toISOString();
}

function compare(a: string, b: string, sort: ArticleSort): number {
	const [first, second] = sort === 'headline' ? [a, b] : [b, a];
	const fields = compareText(first.slice(0, -idLength), second.slice(0, -idLength));
	return fields !== 0 ? fields : compareText(first.slice(-idLength), second.slice(-idLength));
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
