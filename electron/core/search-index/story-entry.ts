import type { ArticleId, Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { foldName, indexText, searchText } from '#shared/text/search-text.ts';
import type { IndexedStory } from '../article-index.ts';
import { never, statusOrder } from './schema.ts';

export type FacetKind = 'tag' | 'author' | 'language';

/** A tag, an author or a language of a story. */
export interface FacetValue {
	readonly kind: FacetKind;
	/** As it is written. */
	readonly shown: string;
	/** As it is compared. */
	readonly value: string;
}

/** A text, or its bytes in UTF-8: the database takes them as they are, and they do not fill the heap. */
export type EntryText = string | Uint8Array;

/** The long texts of a story. */
export interface EntryTexts {
	/** What lists show, as JSON. */
	readonly summary: EntryText;
	/** What links to it show, as JSON. */
	readonly linked: EntryText;
	readonly headline: EntryText;
	readonly standfirst: EntryText;
	/** The other words. */
	readonly rest: EntryText;
	/** The same three as the full text takes them; null where they are the same. */
	readonly headlineWords: EntryText | null;
	readonly standfirstWords: EntryText | null;
	readonly restWords: EntryText | null;
}

/**
 * A story as the tables of the index take it: all that can be made of it without them, so that the thread which writes
 * them need not.
 */
export interface StoryEntry {
	readonly id: ArticleId;
	readonly path: string;
	readonly slug: Slug;
	readonly revision: Revision;
	/** By its place in `statusOrder`. */
	readonly status: number;
	readonly isTrending: boolean;
	readonly language: string;
	readonly updated: number;
	readonly published: number;
	readonly scheduled: number;
	readonly shownDate: number;
	/** What lists by headline are sorted by. */
	readonly sortedHeadline: string;
	/** The errors that lie in the story itself. */
	readonly errors: number;
	readonly categories: readonly Slug[];
	/** What differs only by case and accents stands here once. */
	readonly facets: readonly FacetValue[];
	readonly links: readonly ArticleId[];
	readonly texts: EntryTexts;
}

/** As many letters of a headline as lists are sorted by. */
const sortedLetters = 60;

/** Makes the entry of a story. */
export function entryOf({ summary, linked, links, words, revision }: IndexedStory): StoryEntry {
	const { id, path, slug, status, trending, language, dates, errors, categories } = summary;
	const headline = withoutZeros(words.headline);
	const standfirst = withoutZeros(words.standfirst);
	const rest = withoutZeros(words.rest);
	return {
		id,
		path,
		slug,
		revision,
		status: statusOrder.indexOf(status),
		isTrending: trending,
		language: language.toLowerCase(),
		updated: momentOf(dates.updated),
		published: momentOf(dates.published),
		scheduled: momentOf(dates.scheduled),
		shownDate: momentOf(dates.published ?? dates.updated),
		sortedHeadline: searchText(words.headline).slice(0, sortedLetters),
		errors,
		categories,
		facets: facetsOf(summary),
		links,
		texts: {
			summary: JSON.stringify(summary),
			linked: JSON.stringify(linked),
			headline,
			standfirst,
			rest,
			headlineWords: wordsOf(headline),
			standfirstWords: wordsOf(standfirst),
			restWords: wordsOf(rest),
		},
	};
}

function facetsOf({ tags, byline, language }: IndexedStory['summary']): readonly FacetValue[] {
	const facets = new Map<string, FacetValue>();
	const add = (kind: FacetKind, text: string) => {
		const shown = withoutZeros(text).trim();
		const value = foldName(shown);
		const key = `${kind} ${value}`;
		if (value !== '' && !facets.has(key)) facets.set(key, { kind, shown, value });
	};
	for (const tag of tags) add('tag', tag);
	for (const name of byline) add('author', name);
	add('language', language);
	return [...facets.values()];
}

function wordsOf(text: string): string | null {
	const words = indexText(text);
	return words === text ? null : words;
}

/** The database ends a text at a zero. */
function withoutZeros(text: string): string {
	return text.includes('\0') ? text.replaceAll('\0', ' ') : text;
}

function momentOf(moment: string | null): number {
	const time = moment === null ? Number.NaN : Date.parse(moment);
	return Number.isNaN(time) ? never : time;
}
