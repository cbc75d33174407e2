import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyArticle } from '#shared/document/body/index.ts';
import { readHtml } from '#shared/document/reading/html/read-html.ts';
import type { ReadStory } from '#shared/document/reading/read-story.ts';
import { withPictures } from '#shared/document/reading/take-pictures.ts';
import { readText } from '#shared/document/reading/text/read-text.ts';
import { Article } from '#shared/model/article.ts';

const folder = join(import.meta.dirname, '../../../shared/document/reading/testing/sources');

/** What each program puts on the clipboard; beside it the story that it is. */
const sources = readdirSync(folder).filter((name) => !name.endsWith('.json'));

/** Words of a source that are not for readers, or of what was left out. */
const notForReaders: Readonly<Record<string, string>> = {
	'word-2016.html': 'R1 secret words 1 2 o o Ask the mayor',
	'web-page.html': 'Daily Subscribe Share',
	'markdown.md': 'x 1 2 https harbour example minutes id 7 utm source md The quay at dawn https news example quay jpg',
};

describe.each(sources)('%s', (name) => {
	const source = readFileSync(join(folder, name), 'utf8');
	const read = name.endsWith('.html') ? readHtml(source) : readText(source);

	test('gives the story that it holds', () => {
		expect(told(read)).toEqual(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
	});

	test('loses no word', () => {
		const { blocks } = withPictures(read, new Map());
		const article = Article.parse({ ...emptyArticle(), body: blocks });
		const left = wordsOf(article.body.map(({ id: _id, type: _type, ...rest }) => textsIn(rest).join(' ')).join(' '));
		const missing = wordsOf(source).filter((word) => {
			const place = left.indexOf(word);
			if (place >= 0) left.splice(place, 1);
			return place < 0;
		});
		expect(missing.sort()).toEqual(wordsOf(notForReaders[name] ?? '').sort());
	});
});

/** Every text in a block, wherever it stands. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The words between the tags of a document, without its head, its comments and its scripts. */
function wordsOf(html: string): string[] {
	const body = html
		.replace(/<!--.*?-->|<(head|style|script)\b.*?<\/\1>|<\/?[a-z!][^>]*>/gis, ' ')
		.replace(/&(?:nbsp|amp|lt|gt);/g, ' ');
	return body.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A story that was read without its ids and the bytes of its pictures. */
function told({ blocks, leftOut }: ReadStory) {
	return {
		blocks: blocks.map((block) => {
			if (block.type !== 'found') {
				const { id: _id, ...rest } = block;
				return rest;
			}
			const { source } = block;
			return { ...block, source: source.kind === 'data' ? { kind: source.kind, mediaType: source.mediaType } : source };
		}),
		leftOut,
	};
}
