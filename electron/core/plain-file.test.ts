import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '#shared/model/article.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { newArticleBytes } from './article-file.ts';
import { writePlainFile } from './plain-file.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

/** A story that takes over some fields of another, and some of its blocks in place of its own. */
const edits = fc.record({
	other: articleArbitrary,
	fields: fc.array(fc.constantFrom('headline', 'standfirst', 'tags', 'keyPoints', 'related', 'dates', 'notes', 'body')),
	at: fc.nat(8),
	count: fc.nat(3),
	isSwapped: fc.boolean(),
});

test('whatever is changed in a story, its file is as one that is written anew', () => {
	let saved = 0;
	fc.assert(
		fc.property(articleArbitrary, fc.array(edits, { maxLength: 6 }), (story, changes) => {
			let article: Article = story;
			let file = writePlainFile(article, null);
			expect(text(file.bytes)).toBe(text(newArticleBytes(article)));
			for (const { other, fields, at, count, isSwapped } of changes) {
				const body = article.body.toSpliced(at, count, ...other.body.slice(0, isSwapped ? count : at));
				article = { ...article, body, ...Object.fromEntries(fields.map((name) => [name, other[name]])) };
				file = writePlainFile(article, file);
				expect(text(file.bytes)).toBe(text(newArticleBytes(article)));
				saved += 1;
			}
		}),
		{ numRuns: 500 },
	);
	expect(saved).toBeGreaterThan(500);
});

test('pieces with another name in their place are not taken over', () => {
	const [story] = fc.sample(articleArbitrary, { numRuns: 1, seed: 5 }) as [Article];
	const { notes, ...others } = story;
	const turned = { notes, ...others } as Article;
	const file = writePlainFile(turned, writePlainFile(story, null));
	expect(text(file.bytes)).toBe(text(newArticleBytes(turned)));
});
