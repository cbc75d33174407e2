import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDates } from '#shared/model/article.ts';
import { runExport } from '../../run.ts';
import { all, desk, failure, lead, one } from '../../testing/desk.ts';
import { testId } from '../../testing/test-newsroom.ts';
import { jsonFeed } from './json-feed.ts';

const feed = { ...all, format: jsonFeed };
const readFeed = async (out: string) => JSON.parse(await readFile(join(out, 'feed.json'), 'utf8'));

/** What jsonfeed.org/version/1.1 asks of a feed and of an item; names that begin with `_` are extensions. */
const feedFields = new Set(
	'version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items'.split(
		' ',
	),
);
const itemFields = new Set(
	'id url external_url title content_html content_text summary image banner_image date_published date_modified authors tags language attachments'.split(
		' ',
	),
);

test('a feed holds the newest stories as the standard asks, and their pictures lie beside it', async () => {
	const { newsroom, out } = await desk();
	expect(await runExport(await newsroom.source(), feed, out)).toMatchObject({ written: 2, media: 1 });
	expect((await readdir(out)).sort()).toEqual(['.galley-export.json', 'feed.json', 'media']);
	const made = await readFeed(out);
	expect(made).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: 'The Desk', language: 'en' });
	expect(Object.keys(made).filter((key) => !feedFields.has(key))).toEqual([]);
	for (const item of made.items) {
		expect(Object.keys(item).filter((key) => !itemFields.has(key) && !key.startsWith('_'))).toEqual([]);
		expect(typeof item.id).toBe('string');
		expect(item.content_html).toContain('<p');
		expect(new Date(item.date_published).toISOString()).toBeTruthy();
	}
	expect(made.items.map(({ id }: { id: string }) => id)).toEqual([testId(1), testId(2)]);
	expect(made.items[0]).toMatchObject({ image: lead.media, tags: ['Asia'], summary: 'Nobody wants to look at it.' });
});

test('the same newsroom gives the same feed, and one story of it can be exported by itself', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), feed, out);
	const before = await readFile(join(out, 'feed.json'), 'utf8');
	expect(await runExport(await newsroom.source('2025-06-01T00:00:00Z'), feed, out)).toMatchObject({
		written: 0,
		unchanged: 2,
	});
	await newsroom.write({ id: testId(2), slug: 'night-trains', headline: 'Other words', status: 'published' });
	expect(await runExport(await newsroom.source(), { ...one(2), format: jsonFeed }, out)).toMatchObject({ written: 1 });
	const after = await readFeed(out);
	expect(after.items.map(({ title }: { title: string }) => title).sort()).toEqual([
		'Harbour towns weigh a sea wall',
		'Other words',
	]);
	expect(before).not.toContain('Other words');
});

test('a folder that holds an export in one format is not replaced by another one', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	expect(await failure(runExport(await newsroom.source(), feed, out))).toContain('holds an export as Publishable JSON');
	expect(await readdir(out)).not.toContain('feed.json');
});

test('what is withdrawn leaves the feed, and a hundred stories at most are in it', async () => {
	const { newsroom, out } = await desk();
	for (let number = 100; number < 230; number += 1) {
		const day = new Date(Date.UTC(2024, 0, 1 + number)).toISOString();
		const dates = { ...newDates(day), published: day };
		await newsroom.write({ id: testId(number), slug: `story-${number}`, status: 'published', dates });
	}
	await runExport(await newsroom.source(), feed, out);
	const { items } = await readFeed(out);
	expect(items).toHaveLength(100);
	expect(items.at(-1)?.title).toBeTruthy();
	await newsroom.write({ id: testId(1), slug: 'sea-wall', status: 'withdrawn', headline: 'Taken back' });
	await runExport(await newsroom.source(), feed, out);
	expect(JSON.stringify(await readFeed(out))).not.toContain(testId(1));
});
