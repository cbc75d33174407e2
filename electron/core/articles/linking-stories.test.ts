import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type OpenedArticle, StoryFilter } from '#shared/contract/articles.ts';
import type { Article } from '#shared/model/article.ts';
import { type TempNewsroom, tempNewsroom } from '../testing/temp-newsroom.ts';
import { linkingStories } from './linking-stories.ts';

async function save(newsroom: TempNewsroom, story: OpenedArticle, change: Partial<Article>) {
	const outcome = await newsroom.articles.save({ ...story.article, ...change }, story.revision);
	if (outcome.kind !== 'saved') throw new Error(`the save ended as ${outcome.kind}`);
	return { ...story, ...outcome };
}

test('every story that links to one is told with its places, by what readers have and by its working copy', async () => {
	const newsroom = await tempNewsroom();
	const { articles } = newsroom;
	const target = await articles.create('Harbour opens');
	const { id } = target.article;
	const link = { article: id };
	const linking = async () =>
		(await linkingStories(articles, { kind: 'ids', ids: [id] })).stories.map(({ headline, places, shown }) => [
			headline,
			places,
			shown,
		]);
	expect(await linking()).toEqual([]);

	await save(newsroom, await articles.create('Draft'), { related: [link] });
	const both = await save(newsroom, await articles.create('Both'), {
		related: [{ url: 'https://example.org/', title: 'Page', excerpt: '' }, link],
		nextRead: link,
		status: 'published',
	});
	await save(newsroom, await articles.create('Neither'), { status: 'published' });
	// To itself, which is no other story.
	await save(newsroom, target, { nextRead: link });
	expect(await linking()).toEqual([
		['Both', ['related', 'nextRead'], ['related', 'nextRead']],
		['Draft', ['related'], []],
	]);

	// The change waits, so that readers have both links still.
	const edited = await save(newsroom, both, { related: [], nextRead: null, headline: 'Both no more' });
	const told = ['Both no more', [], ['related', 'nextRead']];
	expect(await linking()).toContainEqual(told);
	// One whose file is gone by the trash is still linked to.
	await articles.trash(id);
	expect(await linking()).toContainEqual(told);

	// What nobody knows any more is not guessed.
	await rm(join(newsroom.path, '.galley/history'), { recursive: true });
	await rm(join(newsroom.path, both.path.replace('articles/', 'live/')));
	expect(await linking()).toEqual([['Draft', ['related'], []]]);
	await articles.publishChanges(both.article.id, edited.revision);
	await articles.trash(both.article.id);
	expect(await linking()).toEqual([['Draft', ['related'], []]]);
});

test('of many that go together, those that link to each other are none, and the others are told once', async () => {
	const newsroom = await tempNewsroom();
	const { articles } = newsroom;
	const [one, other] = [await articles.create('One'), await articles.create('Other')];
	const ids = [one.article.id, other.article.id];
	await save(newsroom, one, { nextRead: { article: other.article.id } });
	const links = ids.map((article) => ({ article }));
	await save(newsroom, await articles.create('Live'), { related: links, status: 'published' });
	await save(newsroom, await articles.create('Draft'), { nextRead: { article: one.article.id } });
	const found = await linkingStories(articles, { kind: 'ids', ids });
	expect(found).toMatchObject({ count: 2, shown: 1 });
	expect(found.stories.map(({ headline, places }) => [headline, places])).toEqual([
		['Draft', ['nextRead']],
		['Live', ['related']],
	]);
	const filter = StoryFilter.parse({ text: 'O' });
	expect(await linkingStories(articles, { kind: 'filter', filter, except: [] })).toEqual(found);
});
