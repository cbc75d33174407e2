import { articleText } from '#shared/document/article-text.ts';
import type { Article } from '#shared/model/article.ts';
import { Random } from '../data/random.mjs';

/**
 * Searches as editors type them, made of the words of real stories: most are typed letter by letter, so that each
 * beginning of a word is a search of its own; some have two or three words, a phrase, or a filter.
 */
export function makeQueries(stories: readonly Article[], count: number, seed: number): string[] {
	const random = new Random(seed);
	const queries: string[] = [];
	while (queries.length < count) {
		const story: Article = random.oneOf(stories);
		queries.push(...typed(queryOf(random, story)));
	}
	return queries.slice(0, count);
}

/** What stands in the field after each key: filters are taken from a list and come whole. */
function typed(query: string): string[] {
	const start = /^(?:\S+:(?:"[^"]*"|\S+)\s)*/.exec(query)?.[0].length ?? 0;
	return Array.from({ length: query.length - start }, (_, index) => query.slice(0, start + index + 1)).filter(
		(text) => !text.endsWith(' '),
	);
}

function queryOf(random: Random, story: Article): string {
	const headline = wordsOf(story.headline);
	const body = wordsOf(articleText(story).slice(0, 3000));
	const word = (): string => random.oneOf(random.chance(0.6) && headline.length > 0 ? headline : body);
	const choice = random.fraction();
	if (choice < 0.45) return word();
	if (choice < 0.7) return `${word()} ${word()}`;
	if (choice < 0.76) return `${word()} ${word()} ${word()}`;
	if (choice < 0.84) {
		const from = random.between(0, Math.max(0, headline.length - 2));
		return `"${headline.slice(from, from + 2).join(' ')}"`;
	}
	if (choice < 0.9) return `category:${story.categories[0] ?? 'news'} ${word()}`;
	if (choice < 0.95) return `status:${story.status} ${word()}`;
	return `by:"${story.byline[0]?.name ?? 'Anna'}" ${word()}`;
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? ['news'];
}
