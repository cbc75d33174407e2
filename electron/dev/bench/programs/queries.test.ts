import { expect, test } from 'vitest';
import { Article } from '#shared/model/article.ts';
import { Random } from '../data/random.mjs';
import { makeStories } from '../data/story.mjs';
import { makeQueries } from './queries.ts';

const stories = [...makeStories(new Random(2), 60)].map((story) => Article.parse(story));

test('searches grow letter by letter, as they are typed', () => {
	const queries = makeQueries(stories, 1000, 5);
	expect(queries).toHaveLength(1000);
	expect(makeQueries(stories, 1000, 5)).toEqual(queries);
	let grown = 0;
	for (const [index, query] of queries.entries()) {
		const before = queries[index - 1];
		if (before !== undefined && query.startsWith(before)) grown += 1;
		expect(query.trim()).toBe(query);
	}
	expect(grown).toBeGreaterThan(700);
});

test('there are words, several words, phrases and filters, and filters come whole', () => {
	const queries = makeQueries(stories, 2000, 5);
	expect(queries.some((query) => /^\p{L}$/u.test(query))).toBe(true);
	expect(queries.some((query) => /^\S+ \S+$/.test(query))).toBe(true);
	expect(queries.some((query) => /^"[^"]+ [^"]+"$/.test(query))).toBe(true);
	for (const filter of [
		/^category:[a-z-]+ \S/,
		/^status:(?:published|draft|review|ready|withdrawn) \S/,
		/^by:"[^"]+" \S/,
	]) {
		expect(queries.some((query) => filter.test(query))).toBe(true);
	}
	expect(queries.filter((query) => /^(?:category|status|by):/.test(query)).every((query) => query.includes(' '))).toBe(
		true,
	);
});
