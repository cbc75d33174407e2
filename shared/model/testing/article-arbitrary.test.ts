import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Article } from '../article.ts';
import { articleArbitrary } from './article-arbitrary.ts';

test('generated stories are valid and canonical', () => {
	fc.assert(
		fc.property(articleArbitrary, (story) => {
			expect(Article.parse(story)).toEqual(story);
			expect(JSON.stringify(Article.parse(JSON.parse(JSON.stringify(story))))).toBe(JSON.stringify(story));
		}),
		{ numRuns: 500 },
	);
}, 300_000);

test('generated stories hold every block', () => {
	const types = new Set(fc.sample(articleArbitrary, 300).flatMap((story) => story.body.map((block) => block.type)));
	expect(types.size).toBe(11);
});
