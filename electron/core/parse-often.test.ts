import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { Article } from '#shared/model/article.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { parseOften } from './parse-often.ts';
import { damagedStory, damagesArbitrary } from './testing/damaged-story.ts';

/** What a parse came to, with the order of keys. */
const toldOf = ({ success, data, error }: z.ZodSafeParseResult<unknown>) =>
	JSON.stringify([success, data, error?.issues]);

const operations = Object.entries(contract).flatMap(([group, inGroup]) =>
	Object.entries(inGroup).map(([name, { input }]) => ({ name: `${group}.${name}`, input })),
);

test.each(operations)('the input of $name can be compiled', ({ input }) => {
	expect(() => z.compile(input, { strict: true })).not.toThrow();
});

test('once it is compiled, every story and every damage comes to the same as before', () => {
	for (let times = 0; times < 300; times += 1) parseOften(Article, {});
	let good = 0;
	let bad = 0;
	fc.assert(
		fc.property(articleArbitrary, damagesArbitrary(3), (article, damages) => {
			const story = damagedStory(article, damages);
			const expected = Article.safeParse(story);
			expect(toldOf(parseOften(Article, story))).toBe(toldOf(expected));
			if (expected.success) good += 1;
			else bad += 1;
		}),
		{ numRuns: 1000 },
	);
	expect(Math.min(good, bad)).toBeGreaterThan(100);
});
