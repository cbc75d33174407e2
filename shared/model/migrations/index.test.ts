import { expect, test } from 'vitest';
import { articleFormat } from '../article.ts';
import { articleMigrations, formatOfArticle, migrateArticle } from './index.ts';

test('there is a step from every earlier format to the next', () => {
	expect(articleMigrations.map((step) => step.from)).toEqual(
		Array.from({ length: articleFormat - 1 }, (_, index) => index + 1),
	);
});

test('a present article is left as it is', () => {
	const article = { $schema: 'urn:galley:article:1', headline: 'Budget' };
	expect(migrateArticle(article, 1)).toBe(article);
});

test('an old article goes through every step and keeps what the steps do not know', () => {
	const steps = [
		{ from: 1, migrate: ({ title, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, headline: title }) },
		{ from: 2, migrate: (article: Readonly<Record<string, unknown>>) => ({ ...article, tags: [] }) },
	];
	const old = { $schema: 'urn:galley:article:1', title: 'Budget', mood: 'calm' };
	expect(migrateArticle(old, 1, steps, 3)).toEqual({
		$schema: 'urn:galley:article:3',
		headline: 'Budget',
		mood: 'calm',
		tags: [],
	});
	expect(() => migrateArticle(old, 1, steps, 4)).toThrow('from format 3 to 4');
});

test.each([
	['urn:galley:article:1', 1],
	['urn:galley:article:12', 12],
	['urn:galley:article:0', null],
	['urn:galley:newsroom:1', null],
	[7, null],
])('the format of %j is %j', (schema, format) => {
	expect(formatOfArticle(schema)).toBe(format);
});
