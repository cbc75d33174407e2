import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDates } from '#shared/model/article.ts';
import { runExport } from '../../run.ts';
import { makeTestNewsroom, testId } from '../../testing/test-newsroom.ts';
import { findFormat } from '../index.ts';

const all = { scope: { kind: 'all' }, drafts: false, ready: false, format: findFormat('publishable-json') } as const;

test('the corrections of all published stories stand in one file, newest first, also once nothing else changes', async () => {
	const newsroom = await makeTestNewsroom();
	const out = join(newsroom.root, 'site');
	const note = (date: string, text: string) => ({ kind: 'correction', date, text, block: null, priority: 'normal' });
	const write = (number: number, slug: string, corrections: unknown[], status = 'published') =>
		newsroom.write({
			id: testId(number),
			slug,
			status: status as 'published',
			dates: { ...newDates('2025-03-01T08:00:00Z'), published: '2025-03-02T08:00:00Z' },
			corrections: corrections as [],
		});
	await write(1, 'sea-wall', [note('2025-03-04', 'It was twelve.'), note('2025-03-06T09:00:00Z', 'It was May.')]);
	await write(2, 'night-trains', [note('2025-03-05T23:30:00Z', 'It was Vienna.')]);
	await write(3, 'draft', [note('2025-03-07T09:00:00Z', 'Nobody is told.')], 'draft');
	await write(4, 'plain', []);
	const told = async () => {
		await runExport(await newsroom.source(), all, out);
		const { corrections } = JSON.parse(await readFile(join(out, 'corrections.json'), 'utf8'));
		return corrections.map(({ text, date, story }: { text: string; date: string; story: { url: string } }) => [
			text,
			date,
			story.url,
		]);
	};
	const expected = [
		['It was May.', '2025-03-06', '/sea-wall'],
		['It was Vienna.', '2025-03-05', '/night-trains'],
		['It was twelve.', '2025-03-04', '/sea-wall'],
	];
	expect(await told()).toEqual(expected);
	expect(await told()).toEqual(expected);

	const story = JSON.parse(await readFile(join(out, 'articles/sea-wall.json'), 'utf8'));
	expect(story.corrections[1]).toEqual({
		kind: 'correction',
		date: '2025-03-06',
		moment: '2025-03-06T09:00:00Z',
		text: 'It was May.',
		priority: 'normal',
		block: null,
	});
	// What readers see as the last change is no save.
	expect(story.dates.updated).toBe('2025-03-02T08:00:00Z');
});
