import type { ArticleId, Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { foldName, indexText, searchText } from '#shared/text/search-text.ts';
import type { IndexedStory, ShownPicture } from '../../articles/article-index.ts';
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

/** The long texts of a story. */
export interface EntryTexts {
	/** What lists show, as JSON. */
	readonly summary: string;
	/** What links to it show, as JSON. */
	readonly linked: string;
	readonly headline: string;
	readonly standfirst: string;
	/** The other words. */
	readonly rest: string;
	/** The same three as the full text takes them. */
	readonly headlineWords: string;
	readonly standfirstWords: string;
	readonly restWords: string;
}

/** A picture of a story. */
export interface EntryPicture extends ShownPicture {
	/** What it is found by. */
	readonly words: string;
}

/** A story as the tables of the index take it. */
export interface StoryEntry {
	readonly id: ArticleId;
	readonly path: string;
	readonly slug: Slug;
	/** Addresses that it had before. */
	readonly formerSlugs: readonly Slug[];
	readonly revision: Revision;
	/** By its place in `statusOrder`. */
	readonly status: number;
	readonly isTrending: boolean;
	/** Whether readers have another version. */
	readonly hasChanges: boolean;
	readonly language: string;
	readonly updated: number;
	readonly published: number;
	readonly scheduled: number;
	readonly shownDate: number;
	/** When readers were last told of a change. */
	readonly noted: number;
	/** What lists by headline are sorted by. */
	readonly sortedHeadline: string;
	/** The errors that lie in the story itself. */
	readonly errors: number;
	readonly categories: readonly Slug[];
	/** What differs only by case and accents stands here once. */
	readonly facets: readonly FacetValue[];
	readonly links: readonly ArticleId[];
	readonly pictures: readonly EntryPicture[];
	readonly texts: EntryTexts;
}

/** As many letters of a headline as lists are sorted by. */
const sortedLetters = 60;

/** Makes the entry of a story. */
export function entryOf(story: IndexedStory): StoryEntry {
	const { summary, linked, links, words, formerSlugs, pictures, revision, noted } = story;
	const { id, path, slug, status, trending, language, dates, errors, categories, hasChanges } = summary;
	const headline = withoutZeros(words.headline);
	const standfirst = withoutZeros(words.standfirst);
	const rest = withoutZeros(words.rest);
	return {
		id,
		path,
		slug,
		formerSlugs,
		revision,
		status: statusOrder.indexOf(status),
		isTrending: trending,
		hasChanges,
		language: language.toLowerCase(),
		updated: momentOf(dates.updated),
		published: momentOf(dates.published),
		scheduled: momentOf(dates.scheduled),
		shownDate: momentOf(dates.published ?? dates.updated),
		noted: momentOf(noted),
		sortedHeadline: searchText(words.headline).slice(0, sortedLetters),
		errors,
		categories,
		facets: facetsOf(summary),
		links,
		pictures: pictures.map(({ media, alt, caption, credit }) => ({
			media,
			alt: withoutZeros(alt),
			caption: withoutZeros(caption),
			credit: withoutZeros(credit),
			words: searchText([alt, caption, credit, headline].join(' ')),
		})),
		texts: {
			summary: JSON.stringify(summary),
			linked: JSON.stringify(linked),
			headline,
			standfirst,
			rest,
			headlineWords: indexText(headline),
			standfirstWords: indexText(standfirst),
			restWords: indexText(rest),
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

/** The database ends a text at a zero. */
function withoutZeros(text: string): string {
	return text.includes('\0') ? text.replaceAll('\0', ' ') : text;
}

function momentOf(moment: string | null): number {
	const time = moment === null ? Number.NaN : Date.parse(moment);
	return Number.isNaN(time) ? never : time;
}
