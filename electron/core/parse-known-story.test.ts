import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import type { Article } from '#shared/model/article.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { createRequestParser } from './parse-known-story.ts';
import { damagedStory, damagesArbitrary } from './testing/damaged-story.ts';

const schema = contract.articles.save.input;
const basedOn = 'a'.repeat(64);

const parserThatKnows = (story: Article) => createRequestParser((id) => (id === story.id ? story : null));

/** What a parse came to, with the order of the story's keys. */
const toldOf = ({ success, data, error }: ReturnType<typeof schema.safeParse>) => ({
	success,
	data,
	story: JSON.stringify(data?.article),
	issues: error?.issues,
});

/** Blocks that were moved, written twice or taken out, by their places. */
function rearranged(story: Record<string, unknown>, [from, to, count]: readonly number[]): Record<string, unknown> {
	const { body } = story;
	if (!Array.isArray(body) || body.length === 0) return story;
	const some = structuredClone(body.splice((from ?? 0) % body.length, count));
	body.splice((to ?? 0) % (body.length + 1), 0, ...some, ...some.slice(0, (count ?? 0) % 2));
	return story;
}

test('a story that comes again comes to the same as one that is parsed for the first time', () => {
	let good = 0;
	let bad = 0;
	fc.assert(
		fc.property(
			articleArbitrary,
			damagesArbitrary(2),
			fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }),
			fc.boolean(),
			(article, damages, moves, isMoved) => {
				const parse = parserThatKnows(article);
				const damaged = damagedStory(article, damages);
				const input = { article: isMoved ? rearranged(damaged, moves) : damaged, basedOn };
				const expected = schema.safeParse(structuredClone(input));
				expect(toldOf(parse(schema, input))).toEqual(toldOf(expected));
				// What is known stays as it was, whatever came.
				expect(toldOf(parse(schema, { article, basedOn }))).toEqual(toldOf(schema.safeParse({ article, basedOn })));
				if (expected.success) good += 1;
				else bad += 1;
			},
		),
		{ numRuns: 1000 },
	);
	expect(Math.min(good, bad)).toBeGreaterThan(100);
});

const [sample] = fc.sample(articleArbitrary, { numRuns: 1, seed: 5 });
const article: Article = {
	...(sample as Article),
	body: [
		{ id: 'one', type: 'paragraph', html: 'One' },
		{ id: 'two', type: 'paragraph', html: 'Two' },
	],
};

test('what is as before is taken from there, and what changed is parsed', () => {
	const parse = parserThatKnows(article);
	const next = structuredClone({ ...article, headline: 'Another\tone' });
	next.body[1] = { id: 'two', type: 'paragraph', html: 'Two <script>x</script><b>bold</b>' };
	const parsed = parse(schema, { article: next, basedOn, reason: 'explicit' });
	expect(parsed.data?.article.body[0]).toBe(article.body[0]);
	expect(parsed.data).toMatchObject({
		article: { headline: 'Another one', body: [{ html: 'One' }, { html: 'Two <strong>bold</strong>' }] },
		reason: 'explicit',
	});
});

test('blocks below one that was put in are taken from where they stood before', () => {
	const next = structuredClone(article);
	next.body.unshift({ id: 'new', type: 'paragraph', html: 'New' });
	const parsed = parserThatKnows(article)(schema, { article: next, basedOn });
	expect(parsed.data?.article.body).toEqual(next.body);
	for (const [at, block] of article.body.entries()) expect(parsed.data?.article.body[at + 1]).toBe(block);
});

test('a request with a known story is refused where the rest of it does not fit', () => {
	const parse = parserThatKnows(article);
	for (const others of [{ basedOn: 'x' }, { basedOn, more: 1 }, {}]) {
		const input = { article: structuredClone(article), ...others };
		expect(parse(schema, input).error?.issues).toEqual(schema.safeParse(input).error?.issues);
	}
});
