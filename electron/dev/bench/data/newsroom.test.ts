import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changedArticleFile, newArticleBytes, readArticleFile } from '#core/articles/article-file.ts';
import { type Article, isArticleLink } from '#shared/model/article.ts';
import { CategoriesFile } from '#shared/model/category.ts';
import { Newsroom } from '#shared/model/newsroom.ts';
import { slugify } from '#shared/text/slug.ts';
import { writeNewsroom } from './newsroom.mjs';

const folder = mkdtempSync(join(tmpdir(), 'galley-bench-data-'));
const stories: { path: string; bytes: Buffer; article: Article }[] = [];

beforeAll(() => {
	writeNewsroom(join(folder, 'first'), { articles: 1000, seed: 7 });
	for (const path of filesOf('first')) {
		if (!path.startsWith('articles/')) continue;
		const bytes = read('first', path);
		const file = readArticleFile(bytes);
		if (file.kind === 'damaged') throw new Error(`${path}: ${file.reason}`);
		stories.push({ path, bytes, article: file.article });
	}
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filesOf(newsroom: string): string[] {
	const root = join(folder, newsroom);
	const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return files.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
}

const read = (newsroom: string, path: string) => readFileSync(join(folder, newsroom, path));

test('every story passes the model and lies where Galley would put it, byte for byte', () => {
	expect(stories).toHaveLength(1000);
	for (const { path, bytes, article } of stories) {
		const [year, month] = article.dates.created.split('-');
		expect(path).toBe(`articles/${year}/${month}/${article.slug}-${article.id.slice(-6).toLowerCase()}.json`);
		expect(bytes.equals(newArticleBytes(article)), path).toBe(true);
	}
});

test('a story that is loaded and saved without a change keeps its bytes', () => {
	for (const { path, bytes, article } of stories) {
		const file = readArticleFile(bytes);
		if (file.kind === 'damaged') throw new Error(file.reason);
		expect(bytes.equals(changedArticleFile(file, article).bytes), path).toBe(true);
	}
});

test('the settings and the taxonomy are those of a newsroom', () => {
	expect(Newsroom.parse(JSON.parse(read('first', 'newsroom.json').toString())).name).toBe('The Lantern');
	const { categories } = CategoriesFile.parse(JSON.parse(read('first', 'categories.json').toString()));
	const slugs = new Set(categories.map(({ slug }) => slug));
	const used = new Set(stories.flatMap(({ article }) => article.categories));
	expect([...used].filter((slug) => !slugs.has(slug))).toEqual([]);
	expect(categories.some(({ parent }) => parent !== null)).toBe(true);
});

test('slugs are those that Galley makes, each once, and every link leads to an earlier published story', () => {
	expect(new Set(stories.map(({ article }) => article.slug)).size).toBe(1000);
	const byId = new Map(stories.map(({ article }) => [article.id, article]));
	let links = 0;
	for (const { article } of stories) {
		const slug = slugify(article.headline);
		expect(article.slug.startsWith(slug), `${article.slug} of “${article.headline}”`).toBe(true);
		for (const link of [...article.related, ...(article.nextRead ? [article.nextRead] : [])]) {
			if (!isArticleLink(link)) continue;
			links += 1;
			const target = byId.get(link.article);
			expect(target?.status).toBe('published');
			expect((target?.dates.created ?? '') <= article.dates.created).toBe(true);
		}
	}
	expect(links).toBeGreaterThan(1000);
});

test('the same count and seed give the same bytes, another seed does not', () => {
	writeNewsroom(join(folder, 'same'), { articles: 1000, seed: 7 });
	writeNewsroom(join(folder, 'other'), { articles: 1000, seed: 8 });
	expect(filesOf('same')).toEqual(filesOf('first'));
	for (const path of filesOf('first')) expect(read('same', path).equals(read('first', path)), path).toBe(true);
	expect(filesOf('other')).not.toEqual(filesOf('first'));
});

test('the newsroom is varied: statuses, languages, lengths, years, tags and problems', () => {
	const all = stories.map(({ article }) => article);
	const kinds = (of: (article: Article) => string) => new Set(all.map(of));
	expect(kinds((story) => story.status)).toEqual(new Set(['draft', 'review', 'ready', 'published', 'withdrawn']));
	expect(kinds((story) => story.language)).toEqual(new Set(['en', 'fr', 'de', 'es', 'ar']));
	expect(kinds((story) => story.dates.created.slice(0, 4)).size).toBeGreaterThan(9);
	expect(all.some((story) => story.trending && story.status === 'published')).toBe(true);
	expect(all.some((story) => story.status === 'ready' && story.dates.scheduled !== null)).toBe(true);
	expect(all.some((story) => story.categories.length === 0)).toBe(true);
	const names = new Set(all.flatMap((story) => story.byline.map(({ name }) => name)));
	expect(names.size).toBeGreaterThan(100);
});

test('bodies have about 400 words, with a spread, and words are as frequent as in a language', () => {
	const lengths = stories.map(({ article }) => wordsOf(article).length).sort((a, b) => a - b);
	expect(lengths[500]).toBeGreaterThan(330);
	expect(lengths[500]).toBeLessThan(470);
	expect(lengths[50]).toBeLessThan(260);
	expect(lengths[950]).toBeGreaterThan(650);

	const counts = new Map<string, number>();
	for (const { article } of stories) {
		if (article.language !== 'en') continue;
		for (const word of wordsOf(article)) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
	}
	const ranked = [...counts].sort((a, b) => b[1] - a[1]);
	expect(ranked[0]?.[0]).toBe('the');
	expect(ranked.length).toBeGreaterThan(5000);
	// Zipf's law: in a log-log plot of rank and frequency the slope is about -1.
	const frequency = (rank: number) => Math.log(ranked[rank - 1]?.[1] ?? 1);
	const slope = (frequency(3000) - frequency(10)) / (Math.log(3000) - Math.log(10));
	expect(slope).toBeLessThan(-0.8);
	expect(slope).toBeGreaterThan(-1.6);
});

function wordsOf(article: Article): string[] {
	const html = article.body.flatMap((block) => ('html' in block ? [block.html] : []));
	return (
		html
			.join(' ')
			.replace(/<[^>]*>/g, '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}
