import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { Article } from '../../model/article.ts';
import { articleArbitrary } from '../../model/testing/article-arbitrary.ts';
import { articleToDocument, documentToArticle } from './index.ts';

const story = Article.parse({
	$schema: 'urn:galley:article:1',
	id: '01JQ0000000000000000000000',
	slug: 'harbour',
	dates: { created: '2025-03-31T08:00:00.000Z', updated: '2025-03-31T08:00:00.000Z' },
});

test('every story comes back from the editor’s document the same', () => {
	fc.assert(
		fc.property(articleArbitrary, (article) => {
			expect(documentToArticle(articleToDocument(article), article)).toEqual(article);
		}),
		{ numRuns: runsOf({ short: 500, long: 2000 }) },
	);
}, 300_000);

test('fields keep the file’s key order', () => {
	const back = documentToArticle(articleToDocument(story), story);
	expect(JSON.stringify(back)).toBe(JSON.stringify(story));
});

test('a story without a body has a line to write on, which is not a block', () => {
	const document = articleToDocument(story);
	expect(document.content[2]).toEqual({ type: 'paragraph', attrs: { id: null } });
	expect(documentToArticle(document, story).body).toEqual([]);
});

test('an empty paragraph that is a block stays one', () => {
	const article: Article = { ...story, body: [{ id: 'b1', type: 'paragraph', html: '' }] };
	expect(documentToArticle(articleToDocument(article), story)).toEqual(article);
});

test('key points without a box wait in the document until one is placed', () => {
	const article: Article = { ...story, keyPoints: [{ id: 'k1', text: 'Boats came' }] };
	expect(articleToDocument(article).attrs.unplacedKeyPoints).toEqual(article.keyPoints);
	const boxed: Article = { ...article, body: [{ id: 'b1', type: 'keyPoints' }] };
	expect(articleToDocument(boxed).attrs.unplacedKeyPoints).toEqual([]);
});

test('blocks that have no id yet, and ids that stand twice, are told apart', () => {
	const document = articleToDocument({ ...story, body: [{ id: 'b2', type: 'paragraph', html: 'one' }] });
	const [headline, standfirst, one] = document.content;
	if (!one) throw new Error('the body is missing');
	const two = { type: 'paragraph', attrs: { id: null }, content: [{ type: 'text', text: 'two' }] } as const;
	const body = documentToArticle({ ...document, content: [headline, standfirst, one, two, one] }, story).body;
	expect(new Set(body.map((block) => block.id)).size).toBe(3);
});
