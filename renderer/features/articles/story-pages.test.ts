import { expect, test } from 'vitest';
import type { ListedStory } from '#shared/contract/articles.ts';
import type { Host } from '../../host/host.ts';
import { StoryPageReader } from './story-pages.ts';

const question = { queue: 'all', category: null, text: '', sort: 'updated' } as const;

function summary(number: number): ListedStory {
	return {
		id: String(number).padStart(26, '0'),
		slug: `story-${number}`,
		path: `articles/2025/03/story-${number}.json`,
		status: 'draft',
		headline: `Story ${number}`,
		standfirst: '',
		byline: [],
		categories: [],
		tags: [],
		language: 'en',
		trending: false,
		image: null,
		imageAlt: '',
		dates: { created: '', updated: '', published: null, scheduled: null, embargo: null },
		wordCount: 0,
		errors: 0,
		snippet: null,
	};
}

function newsroomOf(count: number) {
	let stories = Array.from({ length: count }, (_, index) => summary(index));
	const asked: number[] = [];
	const list: Host['articles']['list'] = async ({ cursor, limit = 100 }) => {
		asked.push(limit);
		const from = Number(cursor ?? 0);
		const next = from + limit < stories.length ? String(from + limit) : null;
		return { ok: true, value: { rows: stories.slice(from, from + limit), next } };
	};
	const total: Host['articles']['total'] = async () => ({ ok: true, value: { total: stories.length } });
	return {
		asked,
		articles: { list, total },
		remove: (number: number) => {
			stories = stories.filter((story) => story.headline !== `Story ${number}`);
		},
	};
}

test('a list of 250 stories is read page by page', async () => {
	const { articles } = newsroomOf(250);
	const pages = new StoryPageReader(articles, question);
	await pages.reload();
	expect(pages.snapshot()).toMatchObject({ total: 250, next: '100', known: true });
	await pages.more();
	await pages.more();
	await pages.more();
	expect(pages.snapshot().rows.map((row) => row.headline)).toEqual(
		Array.from({ length: 250 }, (_, index) => `Story ${index}`),
	);
});

test('reading again keeps as many rows as were shown, and drops a story that is gone', async () => {
	const newsroom = newsroomOf(250);
	const pages = new StoryPageReader(newsroom.articles, question);
	await pages.reload();
	await pages.more();
	newsroom.remove(3);
	await pages.reload();
	expect(pages.snapshot().rows).toHaveLength(200);
	expect(pages.snapshot().total).toBe(249);
	expect(pages.snapshot().rows.some((row) => row.headline === 'Story 3')).toBe(false);
});

test('rows stay when reading again fails, and the failure is told', async () => {
	const { articles } = newsroomOf(5);
	let broken = false;
	const pages = new StoryPageReader(
		{
			...articles,
			list: async (input) =>
				broken
					? { ok: false, failure: { code: 'disconnected', message: 'Galley does not answer.' } }
					: articles.list(input),
		},
		question,
	);
	await pages.reload();
	broken = true;
	await pages.reload();
	expect(pages.snapshot().rows).toHaveLength(5);
	expect(pages.snapshot().failure?.code).toBe('disconnected');
});
