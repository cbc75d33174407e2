import { expect, test } from 'vitest';
import { type ListedStory, StoryFilter } from '#shared/contract/articles.ts';
import type { Host } from '../../../host/host.ts';
import { type ListQuestion, StoryPageReader } from './story-pages.ts';

const question: ListQuestion = { filter: StoryFilter.parse({}), sort: 'updated' };

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
		dates: { created: '', updated: '', published: null, updateShown: null, scheduled: null, embargo: null },
		wordCount: 0,
		hasChanges: false,
		errors: 0,
		snippet: null,
	};
}

function newsroomOf(count: number) {
	let stories = Array.from({ length: count }, (_, index) => summary(index));
	/** Where each page that was asked for began. */
	const asked: number[] = [];
	let failing = false;
	const list: Host['articles']['list'] = async ({ offset = 0, limit = 100 }) => {
		asked.push(offset);
		if (failing) return { ok: false, failure: { code: 'disconnected', message: 'Galley does not answer.' } };
		const next = offset + limit < stories.length ? String(offset + limit) : null;
		return { ok: true, value: { rows: stories.slice(offset, offset + limit), next } };
	};
	const total: Host['articles']['total'] = async () => ({ ok: true, value: { total: stories.length } });
	return {
		asked,
		articles: { list, total },
		remove: (number: number) => {
			stories = stories.filter((story) => story.headline !== `Story ${number}`);
		},
		fail: (fails: boolean) => {
			failing = fails;
		},
	};
}

test('a list has its whole length though only the pages in view are read', async () => {
	const newsroom = newsroomOf(100_000);
	const pages = new StoryPageReader(newsroom.articles, question);
	await pages.reload();
	expect(pages.getState()).toMatchObject({ count: 100_000, total: 100_000, known: true });
	expect(pages.getState().row(50_000)).toBeUndefined();
	await pages.show(50_000, 50_010);
	expect(pages.getState().row(50_010)?.headline).toBe('Story 50010');
	await pages.show(99_990, 99_999);
	expect(pages.getState().row(99_999)?.headline).toBe('Story 99999');
	expect(newsroom.asked.length).toBeLessThan(10);
});

test('of a quick scroll only where it ends is read', async () => {
	const newsroom = newsroomOf(100_000);
	const pages = new StoryPageReader(newsroom.articles, question);
	await pages.reload();
	newsroom.asked.length = 0;
	const moves = Array.from({ length: 900 }, (_, step) => pages.show(step * 100, step * 100 + 10));
	await Promise.all(moves);
	expect(pages.getState().row(89_905)?.headline).toBe('Story 89905');
	expect(newsroom.asked.length).toBeLessThan(6);
});

test('after a change only what is in view is read again, however far was scrolled before', async () => {
	const newsroom = newsroomOf(5000);
	const pages = new StoryPageReader(newsroom.articles, question);
	await pages.reload();
	for (let row = 0; row < 5000; row += 50) await pages.show(row, row + 10);
	newsroom.asked.length = 0;
	newsroom.remove(4990);
	await pages.reload();
	expect(newsroom.asked.length).toBeLessThanOrEqual(4);
	expect(pages.getState().total).toBe(4999);
	expect(pages.getState().find(summary(4990).id)).toBe(-1);
	expect(pages.getState().row(4990)?.headline).toBe('Story 4991');
});

test('what is far away is let go, and read again when it comes into view', async () => {
	const newsroom = newsroomOf(20_000);
	const pages = new StoryPageReader(newsroom.articles, question);
	await pages.reload();
	for (let row = 0; row < 20_000; row += 100) await pages.show(row, row + 10);
	expect(pages.getState().row(5)).toBeUndefined();
	await pages.show(0, 10);
	expect(pages.getState().row(5)?.headline).toBe('Story 5');
});

test('the ids of a range are known, those that were never shown included', async () => {
	const newsroom = newsroomOf(3000);
	const pages = new StoryPageReader(newsroom.articles, question);
	await pages.reload();
	const ids = await pages.idsBetween(10, 2500);
	expect(ids).toEqual(Array.from({ length: 2491 }, (_, index) => summary(index + 10).id));
});

test('rows stay when reading again fails, and the failure is told until it works again', async () => {
	const newsroom = newsroomOf(5);
	const pages = new StoryPageReader(newsroom.articles, question);
	await pages.reload();
	newsroom.fail(true);
	await pages.reload();
	expect(pages.getState().count).toBe(5);
	expect(pages.getState().failure?.code).toBe('disconnected');
	newsroom.fail(false);
	await pages.reload();
	expect(pages.getState().failure).toBeNull();
});

test('an empty list is known to be empty', async () => {
	const pages = new StoryPageReader(newsroomOf(0).articles, question);
	await pages.reload();
	expect(pages.getState()).toMatchObject({ count: 0, total: 0, known: true });
});
