import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDates } from '#shared/model/article.ts';
import { runExport } from '../../run.ts';
import { makeTestNewsroom, testId } from '../../testing/test-newsroom.ts';
import { findFormat } from '../index.ts';

const all = { scope: { kind: 'all' }, drafts: false, ready: false, format: findFormat('publishable-json') } as const;

test('each address that a story had before leads to the one that it has, also once nothing else changes', async () => {
	const newsroom = await makeTestNewsroom();
	const out = join(newsroom.root, 'site');
	const write = (number: number, slug: string, formerSlugs: string[]) =>
		newsroom.write({
			id: testId(number),
			slug,
			formerSlugs,
			status: 'published',
			dates: { ...newDates('2025-03-01T08:00:00Z'), published: '2025-03-02T08:00:00Z' },
		});
	await write(1, 'sea-wall', ['wall', 'a-wall']);
	await write(2, 'night-trains', []);
	const told = async () => {
		await runExport(await newsroom.source(), all, out);
		const { redirects } = JSON.parse(await readFile(join(out, 'redirects.json'), 'utf8'));
		return redirects;
	};
	const to = { id: testId(1), url: '/sea-wall', json: 'articles/sea-wall.json' };
	const expected = [
		{ from: { url: '/a-wall', json: 'articles/a-wall.json' }, to },
		{ from: { url: '/wall', json: 'articles/wall.json' }, to },
	];
	expect(await told()).toEqual(expected);
	expect(await told()).toEqual(expected);
	// Another program gave the old address to a story: readers get that one.
	await write(3, 'wall', []);
	expect(await told()).toEqual(expected.slice(0, 1));
});
