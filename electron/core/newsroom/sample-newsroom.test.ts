import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LinkedStory } from '#shared/contract/articles.ts';
import { checkArticle } from '#shared/document/checks/check-article.ts';
import { checksOf } from '#shared/document/checks/check-settings.ts';
import { articleExcerpt } from '#shared/document/excerpt.ts';
import { Article, isArticleLink } from '#shared/model/article.ts';
import { Block, type ListItem } from '#shared/model/block.ts';
import { CategoriesFile } from '#shared/model/category.ts';
import { inlineText, markNames, parseInlineHtml } from '#shared/model/inline-html.ts';
import { Newsroom } from '#shared/model/newsroom.ts';
import { PeopleFile } from '#shared/model/person.ts';
import { withholdingOf } from '#shared/model/withheld.ts';
import { svgProblem } from '../media/svg-safety.ts';

const root = join(import.meta.dirname, '../../../content/newsroom');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesUnder = (folder: string) =>
	readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.sort();
const asFile = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const paths = filesUnder('articles');
const stories = paths.map((path) => ({ path, text: read(path), story: Article.parse(JSON.parse(read(path))) }));
const articles = stories.map(({ story }) => story);
const byId = new Map(articles.map((story) => [story.id, story]));
const { categories } = CategoriesFile.parse(JSON.parse(read('categories.json')));
const newsroom = Newsroom.parse(JSON.parse(read('newsroom.json')));

const itemTexts = (items: readonly ListItem[]): string[] =>
	items.flatMap((item) => [item.html, ...itemTexts(item.children?.items ?? [])]);

function htmlOf(block: Block): string[] {
	switch (block.type) {
		case 'paragraph':
		case 'subhead':
		case 'quote':
		case 'pullquote':
			return [block.html];
		case 'list':
			return itemTexts(block.items);
		case 'table':
			return block.rows.flat();
		case 'keyPoints':
		case 'image':
		case 'gallery':
		case 'embed':
		case 'divider':
			return [];
	}
}

const picturesOf = (story: Article) => [
	...(story.leadImage ? [story.leadImage] : []),
	...story.body.flatMap((block) => {
		if (block.type === 'image') return [block];
		return block.type === 'gallery' ? block.images : [];
	}),
];
const wordsOf = (story: Article) =>
	story.body
		.flatMap(htmlOf)
		.join(' ')
		.replace(/<[^>]+>/g, '')
		.split(/\s+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

test('the sample newsroom has sixteen stories', () => {
	expect(articles).toHaveLength(16);
	expect(new Set(articles.map((story) => story.slug)).size).toBe(16);
	expect(byId.size).toBe(16);
});

const settings = { 'newsroom.json': Newsroom, 'categories.json': CategoriesFile, 'people.json': PeopleFile } as const;
test.each(['newsroom.json', 'categories.json', 'people.json'] as const)(
	'%s is read as it says, and stands as Galley writes',
	(path) => {
		const json: object = JSON.parse(read(path));
		expect(settings[path].parse(json)).toMatchObject(json);
		expect(asFile(json)).toBe(read(path));
	},
);

test.each(stories)('$path is read as it says, and stands as Galley writes', ({ text, story }) => {
	const json: object = JSON.parse(text);
	expect(story).toMatchObject(json);
	// What a file leaves out is the default; what it has stands in the order of the model.
	const keys = Object.keys(json);
	expect(Object.keys(story).filter((key) => keys.includes(key))).toEqual(keys);
	expect(asFile(json)).toBe(text);
});

test('bylines name people of the newsroom, and others by name alone', () => {
	const { people } = PeopleFile.parse(JSON.parse(read('people.json')));
	const slugs = new Set(people.map(({ slug }) => slug));
	const named = articles.flatMap(({ byline }) => byline);
	for (const { person } of named) if (person !== null) expect(slugs).toContain(person);
	expect(named.some(({ person }) => person === null)).toBe(true);
	expect(slugs.size).toBeGreaterThan(5);
});

test.each(stories)('$path lies where its date and its id say', ({ path, story }) => {
	const [year, month] = story.dates.created.split('-');
	expect(path).toBe(`articles/${year}/${month}/${story.slug}-${story.id.slice(-6).toLowerCase()}.json`);
});

test.each(stories)('$path has everything that a reader needs', ({ story }) => {
	expect(story.headline.length).toBeGreaterThan(0);
	expect(story.headline.length).toBeLessThanOrEqual(newsroom.limits.headline);
	expect(story.standfirst.length).toBeGreaterThan(0);
	expect(story.standfirst.length).toBeLessThanOrEqual(newsroom.limits.standfirst);
	expect(story.byline.length).toBeGreaterThan(0);
	expect(story.categories.length).toBeGreaterThan(0);
	for (const slug of story.categories) expect(categories.map((category) => category.slug)).toContain(slug);
	expect(story.keyPoints.length).toBeLessThanOrEqual(newsroom.limits.keyPoints);
	expect(story.body.some((block) => block.type === 'keyPoints')).toBe(story.keyPoints.length > 0);
	expect(wordsOf(story)).toBeGreaterThanOrEqual(200);
	expect(wordsOf(story)).toBeLessThanOrEqual(600);
	for (const html of story.body.flatMap(htmlOf)) expect(inlineText(html)).not.toMatch(/['"]|\s{2}|^\s|\s$/);
});

test.each(stories)('$path describes and credits its pictures, and they are there', ({ story }) => {
	for (const picture of picturesOf(story)) {
		expect(picture.alt).not.toBe('');
		expect(picture.caption).not.toBe('');
		expect(picture.credit).not.toBe('');
		const hash = createHash('sha256')
			.update(readFileSync(join(root, picture.media)))
			.digest('hex');
		expect(picture.media).toMatch(new RegExp(`^media/\\d{4}/\\d{2}/${hash.slice(0, 12)}\\.(?:svg|png)$`));
	}
});

test.each(stories)('$path links only to other stories that are there and public', ({ story }) => {
	for (const link of [...story.related, ...(story.nextRead ? [story.nextRead] : [])]) {
		if (!isArticleLink(link)) continue;
		expect(link.article).not.toBe(story.id);
		expect(byId.get(link.article)?.status).toBe('published');
	}
});

test.each(stories)('$path passes every check of a story that goes out, without a warning', ({ story }) => {
	const linked = (id: string): LinkedStory | null => {
		const found = byId.get(id);
		if (!found) return null;
		const { slug, headline, categories, dates, leadImage } = found;
		return {
			id: found.id,
			slug,
			headline,
			excerpt: articleExcerpt(found),
			categories,
			date: dates.published ?? dates.updated,
			...withholdingOf(found),
			image: leadImage?.media ?? null,
			imageAlt: leadImage?.alt ?? '',
		};
	};
	const problems = checkArticle(story, {
		categories,
		checks: checksOf(newsroom),
		linked,
		mediaExists: (path) => filesUnder('media').includes(path),
		now: new Date('2025-04-30T12:00:00Z'),
	});
	expect(problems).toEqual([]);
});

test.each(stories)('$path has dates in order and corrections of its own paragraphs', ({ story }) => {
	const { created, updated, published } = story.dates;
	expect(created <= updated).toBe(true);
	expect(published !== null).toBe(story.status === 'published' || story.status === 'withdrawn');
	if (published) expect(created <= published && published <= updated).toBe(true);
	for (const { block } of story.corrections) {
		if (block !== null) expect(story.body.map(({ id }) => id)).toContain(block);
	}
});

test('no picture is left over, and none can run code or load from elsewhere', () => {
	const used = new Set(articles.flatMap((story) => picturesOf(story).map((picture) => picture.media)));
	expect(filesUnder('media')).toEqual([...used].sort());
	expect(articles.filter((story) => story.leadImage).length).toBeGreaterThanOrEqual(12);
	expect([...used].filter((path) => path.endsWith('.png')).length).toBeGreaterThanOrEqual(3);
	for (const path of used) {
		if (path.endsWith('.svg')) {
			expect(svgProblem(read(path))).toBeNull();
			expect(read(path)).not.toMatch(/<script|<text|<image|<style|href|\son\w+=|url\((?!#)/);
		}
		expect(readFileSync(join(root, path)).length).toBeLessThanOrEqual(150 * 1024);
	}
});

test('every kind of block is in use', () => {
	const used = new Set(articles.flatMap((story) => story.body.map((block) => block.type)));
	expect([...used].sort()).toEqual(Block.options.map((option) => option.shape.type.value).sort());
	const body = articles.flatMap((story) => story.body);
	const lists = body.filter((block) => block.type === 'list');
	expect(new Set(lists.map((list) => list.ordered)).size).toBe(2);
	expect(lists.some((list) => list.items.some((item) => item.children))).toBe(true);
	expect(new Set(body.flatMap((block) => (block.type === 'subhead' ? [block.level] : []))).size).toBe(3);
});

test('every mark is in use', () => {
	const used = new Set(
		articles
			.flatMap((story) => story.body)
			.flatMap(htmlOf)
			.flatMap(parseInlineHtml)
			.flatMap((run) => run.marks),
	);
	expect([...used].sort()).toEqual([...markNames].sort());
});

test('every field is in use, and both ways of every switch', () => {
	const some = (inUse: (story: Article) => boolean) => expect(articles.some(inUse)).toBe(true);
	expect(new Set(articles.map((story) => story.status)).size).toBe(5);
	for (const language of ['en', 'fr', 'ar']) some((story) => story.language === language);
	for (const comments of ['open', 'closed']) some((story) => story.comments === comments);
	for (const flag of [true, false]) {
		some((story) => story.trending === flag);
		some((story) => story.newsletter === flag);
	}
	some((story) => story.byline.some((entry) => entry.role !== '' && entry.url !== ''));
	some((story) => story.dateline.place !== '' && story.dateline.date !== null);
	some((story) => story.tags.length > 0);
	some((story) => (story.leadImage?.focus ?? null) !== null);
	some((story) => story.related.some(isArticleLink));
	some((story) => story.related.some((link) => !isArticleLink(link)));
	some((story) => story.nextRead !== null && isArticleLink(story.nextRead));
	some((story) => story.nextRead !== null && !isArticleLink(story.nextRead));
	some((story) => story.corrections.some((correction) => correction.block !== null));
	some((story) => story.corrections.some((correction) => correction.block === null));
	some((story) => story.dates.scheduled !== null);
	some((story) => story.dates.embargo !== null);
	some((story) => story.seo.title !== '' && story.seo.description !== '' && story.seo.canonical !== '');
	some((story) => story.notes.includes('\n'));
});

test('the lead story has the shape of a story that everybody first writes in Galley', () => {
	const lead = articles.find((story) => story.slug === 'hackers-from-china-read-us-government-email');
	if (!lead) throw new Error('The lead story is not there');
	expect(lead.body.map((block) => block.type)).toEqual([
		'paragraph',
		'subhead',
		'paragraph',
		'paragraph',
		'keyPoints',
		...Array<string>(5).fill('paragraph'),
	]);
	expect(lead).toMatchObject({ status: 'published', trending: true, categories: ['technology', 'world'] });
	expect(lead.keyPoints).toHaveLength(3);
	const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: newsroom.timeZone });
	// Some versions of ICU write a comma after the weekday.
	expect(day.format(new Date(lead.dates.published ?? '')).replace(',', '')).toBe('Monday 31 March 2025');
	const linked = (link: Article['nextRead']) =>
		link && isArticleLink(link) ? byId.get(link.article)?.categories : null;
	expect(lead.related.map(linked)).toEqual([['latest-news', 'world'], ['latest-news', 'world'], ['technology']]);
	expect(linked(lead.nextRead)).toEqual(['asia', 'crime', 'school']);
});
