import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { Article } from '#shared/model/article.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { parseOften } from './parse-often.ts';

/** What a parse came to, with the order of keys. */
const toldOf = ({ success, data, error }: z.ZodSafeParseResult<unknown>) =>
	JSON.stringify([success, data, error?.issues]);

const operations = Object.entries(contract).flatMap(([group, inGroup]) =>
	Object.entries(inGroup).map(([name, { input }]) => ({ name: `${group}.${name}`, input })),
);

test.each(operations)('the input of $name can be compiled', ({ input }) => {
	expect(() => z.compile(input, { strict: true })).not.toThrow();
});

/** A value somewhere in a story that another program, or somebody with a text editor, may have put there. */
const odd = fc.constantFrom<unknown>(undefined, null, 0, -1, 1.5, true, '', 'x', '2026-02-30', 'a\tb', [], [[]], {}, [
	{},
]);

/** A story in which so many places hold something else, or nothing. */
const damaged = fc
	.tuple(
		articleArbitrary,
		fc.array(fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }), odd), { maxLength: 3 }),
	)
	.map(([article, changes]) => {
		const story: Record<string, unknown> = structuredClone(article);
		for (const [steps, value] of changes) {
			let place: Record<string, unknown> = story;
			let key = '';
			for (const step of steps) {
				const keys = Object.keys(place);
				key = keys[step % Math.max(keys.length, 1)] ?? 'added';
				const next = place[key];
				if (typeof next !== 'object' || next === null) break;
				if (step !== steps.at(-1)) place = next as Record<string, unknown>;
			}
			if (value === undefined) delete place[key];
			else place[key] = value;
		}
		return story;
	});

test('once it is compiled, every story and every damage comes to the same as before', () => {
	for (let times = 0; times < 300; times += 1) parseOften(Article, {});
	let good = 0;
	let bad = 0;
	fc.assert(
		fc.property(damaged, (story) => {
			const expected = Article.safeParse(story);
			expect(toldOf(parseOften(Article, story))).toBe(toldOf(expected));
			if (expected.success) good += 1;
			else bad += 1;
		}),
		{ numRuns: 1000 },
	);
	expect(Math.min(good, bad)).toBeGreaterThan(100);
});
