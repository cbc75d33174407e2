import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FailureError } from '#shared/failure.ts';
import type { Article } from '#shared/model/article.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { sampleNewsroom } from '../testing/temp-newsroom.ts';
import { type ArticleFile, changedArticleFile, newArticleBytes, readArticleFile } from './article-file.ts';

const samples = readdirSync(join(sampleNewsroom, 'articles'), { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
	.map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }));

function read(bytes: Uint8Array | string): ArticleFile {
	const file = readArticleFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
	if (file.kind === 'damaged') throw new Error(`${file.reason} (line ${file.line})`);
	return file;
}

const write = (file: ArticleFile, next: Article) => Buffer.from(changedArticleFile(file, next).bytes).toString('utf8');

/** The lines that differ between two texts of equally many lines. */
function changedLines(before: string, after: string): string[] {
	const [old, lines] = [before.split('\n'), after.split('\n')];
	expect(lines).toHaveLength(old.length);
	return lines.filter((line, index) => line !== old[index]);
}

test('there are sample stories', () => {
	expect(samples.length).toBeGreaterThanOrEqual(1);
});

test.each(samples)('$name: load and save gives the same bytes', ({ bytes }) => {
	const file = read(bytes);
	expect(write(file, file.article)).toBe(bytes.toString('utf8'));
	expect(write(file, structuredClone(file.article))).toBe(bytes.toString('utf8'));
});

test.each(samples)('$name: one changed word changes its line and the date', ({ bytes }) => {
	const file = read(bytes);
	const body = file.article.body.map((block, index) =>
		index === file.article.body.findIndex((each) => each.type === 'paragraph') && block.type === 'paragraph'
			? { ...block, html: `${block.html} Indeed.` }
			: block,
	);
	const dates = { ...file.article.dates, updated: '2031-01-01T00:00:00.000Z' };
	const lines = changedLines(bytes.toString('utf8'), write(file, { ...file.article, body, dates }));
	expect(lines.map((line) => line.trim().split(':')[0])).toEqual(['"html"', '"updated"']);
});

test('generated stories: what is written is read again, and unchanged stories keep their bytes', () => {
	fc.assert(
		fc.property(articleArbitrary, articleArbitrary, (story, other) => {
			const bytes = Buffer.from(newArticleBytes(story)).toString('utf8');
			const file = read(bytes);
			expect(file.article).toEqual(story);
			expect(write(file, story)).toBe(bytes);
			// Whatever a story becomes, its file then holds exactly that.
			const next = { ...other, id: story.id };
			expect(read(write(file, next)).article).toEqual(next);
		}),
		{ numRuns: 300 },
	);
}, 300_000);

test('generated stories: one changed word changes its line and the date', () => {
	fc.assert(
		fc.property(articleArbitrary, (story) => {
			const bytes = Buffer.from(newArticleBytes(story)).toString('utf8');
			const next = {
				...story,
				headline: `${story.headline}!`.slice(-10_000),
				dates: { ...story.dates, updated: '2061-01-01T00:00:00.000Z' },
			};
			const lines = changedLines(bytes, write(read(bytes), next));
			expect(lines.map((line) => line.trim().split(':')[0])).toEqual(['"headline"', '"updated"']);
		}),
		{ numRuns: 200 },
	);
}, 300_000);

const foreign = `{
  "$schema": "urn:galley:article:1",
  "mood": { "b": 1.0, "1": 12345678901234567890 },
  "id": "01JQNV3M8Z4T6W9X2Y5B7C1D3F",
  "__proto__": { "polluted": true },
  "slug": "budget",
  "body": [
    { "id": "b1", "type": "paragraph", "html": "<b>Bold</b> words", "colour": "red" },
    { "id": "b2", "type": "paragraph", "html": "Second", "constructor": 1 }
  ],
  "related": [
    { "article": "01JQNV3M8Z4T6W9X2Y5B7C1D3A", "why": "older" },
    { "url": "https://example.org/", "why": "source" }
  ],
  "dates": { "created": "2025-03-31T08:00:00Z", "updated": "2025-03-31T08:00:00Z", "seen": 3 },
  "zebra": null
}
`;

test('unknown keys are kept where they were, and absent defaults stay absent', () => {
	const file = read(foreign);
	const [first, second] = file.article.body;
	const [older, source] = file.article.related;
	if (!first || !second || !older || !source) throw new Error('the story was not read whole');
	const next: Article = {
		...file.article,
		headline: 'Budget passes',
		body: [{ id: 'b0', type: 'divider' }, second, first],
		related: [source, older],
		tags: ['money'],
	};
	expect(write(file, next)).toBe(`{
  "$schema": "urn:galley:article:1",
  "mood": {
    "b": 1.0,
    "1": 12345678901234567890
  },
  "id": "01JQNV3M8Z4T6W9X2Y5B7C1D3F",
  "__proto__": {
    "polluted": true
  },
  "slug": "budget",
  "headline": "Budget passes",
  "tags": [
    "money"
  ],
  "body": [
    {
      "id": "b0",
      "type": "divider"
    },
    {
      "id": "b2",
      "type": "paragraph",
      "html": "Second",
      "constructor": 1
    },
    {
      "id": "b1",
      "type": "paragraph",
      "html": "<b>Bold</b> words",
      "colour": "red"
    }
  ],
  "related": [
    {
      "url": "https://example.org/",
      "why": "source"
    },
    {
      "article": "01JQNV3M8Z4T6W9X2Y5B7C1D3A",
      "why": "older"
    }
  ],
  "dates": {
    "created": "2025-03-31T08:00:00Z",
    "updated": "2025-03-31T08:00:00Z",
    "seen": 3
  },
  "zebra": null
}
`);
	expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('a related post that takes the place of another does not inherit its unknown keys', () => {
	const file = read(foreign);
	const related = [{ article: '01JQNV3M8Z4T6W9X2Y5B7C1D3B' }];
	expect(write(file, { ...file.article, related })).not.toContain('older');
});

test('a byte order mark and CRLF stay when a word changes', () => {
	const windows = `\ufeff${foreign.replaceAll('\n', '\r\n')}`;
	const file = read(windows);
	const written = write(file, { ...file.article, slug: 'budget-2' });
	expect(written.startsWith('\ufeff{\r\n')).toBe(true);
	expect(written.replaceAll('\r\n', '')).not.toContain('\n');
	expect(read(written).article.slug).toBe('budget-2');
});

test('a newer story opens for reading only', () => {
	const file = read(foreign.replace('article:1', 'article:3'));
	expect(file.article.slug).toBe('budget');
	expect(file.readOnly).toMatch(/newer Galley.*format 3.*update Galley/);
});

const bare = '{\n  "$schema": "urn:galley:article:1",\n  "id": "01JQNV3M8Z4T6W9X2Y5B7C1D3F",\n  "slug": "budget",\n';
test.each([
	['an empty file', '', 1, 'The file is empty.'],
	['half a file', `${bare}  "headline": "Bud`, 5, 'not valid JSON'],
	['a file with a merge conflict', `${bare}<<<<<<< HEAD\n`, 5, 'a merge was left unfinished'],
	['a list', '[]', 1, 'It holds no story.'],
	['a file of something else', '{\n  "name": "x"\n}', 1, 'In $schema'],
	[
		'a block of an unknown type',
		`${bare}  "body": [\n    {\n      "id": "b1",\n      "type": "poll"\n    }\n  ],\n  "dates": {}\n}`,
		8,
		'In body, entry 1, type',
	],
	['a missing date', `${bare}  "dates": {\n    "updated": "2025-03-31T08:00:00Z"\n  }\n}`, 5, 'In dates, created'],
	[
		'a newer file of another shape',
		'{ "$schema": "urn:galley:article:9", "story": {} }',
		null,
		'A newer Galley wrote it',
	],
])('%s is damaged, with the reason and the line', (_name, text, line, reason) => {
	expect(readArticleFile(Buffer.from(text))).toEqual({
		kind: 'damaged',
		line,
		reason: expect.stringContaining(reason),
	});
});

test('bytes that are not UTF-8 are damage with their line', () => {
	const bytes = Buffer.concat([Buffer.from('{\n"headline": "'), Buffer.from([0xe9, 0x22, 0x0a, 0x7d])]);
	expect(readArticleFile(bytes)).toMatchObject({ kind: 'damaged', line: 2, reason: expect.stringContaining('UTF-8') });
});

test('a story is told damaged when its lists have no end, and is not overwritten when something unknown in it has none', () => {
	const list = (levels: number): string =>
		levels === 0 ? '[]' : `[{"html":"x","children":{"items":${list(levels - 1)}}}]`;
	const endless = foreign.replace('"html": "Second"', `"type": "list", "items": ${list(300)}`);
	expect(readArticleFile(Buffer.from(endless))).toMatchObject({ kind: 'damaged', line: 9 });
	const unknown = read(foreign.replace('"zebra": null', `"zebra": ${'['.repeat(1000)}${']'.repeat(1000)}`));
	expect(() => changedArticleFile(unknown, { ...unknown.article, headline: 'Budget passes' })).toThrow(FailureError);
});
