import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ReferenceChange } from '#shared/contract/references.ts';
import { readFiles, testId } from '../export/testing/test-newsroom.ts';
import { rollTargetBack, writeTarget } from '../targets/target-exports.ts';
import { siteDesk } from '../targets/testing/site-desk.ts';
import { everything, makeBulk } from './testing/make-bulk.ts';

const all = { kind: 'all' } as const;
const rename: ReferenceChange = { kind: 'rename-category', slug: 'asia', to: 'globe', label: 'Globe' };

async function categoriesOf(site: string, number: number): Promise<string[]> {
	const story = JSON.parse(await readFile(join(site, `articles/story-${number}.json`), 'utf8'));
	return story.categories.map(({ label }: { label: string }) => label);
}

test('a renamed category reaches the targets that publishing writes, and so does its undoing', async () => {
	const { newsroom, site, target, keeper, edit } = await siteDesk();
	// What is being written is not for readers yet, whatever its category is called.
	await edit(2, 'Not yet');
	await writeTarget(newsroom, target, all);
	const before = await readFiles(site);
	const labels = await categoriesOf(site, 1);
	expect(labels).toContain('Asia');
	const bulk = makeBulk(newsroom, 0, keeper.publishing);
	const report = await bulk.changeReference(rename);
	await keeper.idle();
	expect(await categoriesOf(site, 1)).toEqual(labels.map((label) => (label === 'Asia' ? 'Globe' : label)));
	expect(await categoriesOf(site, 2)).toContain('Globe');
	expect(await readFile(join(site, 'articles/story-2.json'), 'utf8')).not.toContain('Not yet');
	await bulk.undo(report);
	await keeper.idle();
	expect(await readFiles(site)).toEqual(before);
	await newsroom.close();
});

test('a target that was taken back stays so when a category is renamed, and not when stories are published', async () => {
	const { newsroom, site, target, keeper, edit, publish } = await siteDesk();
	await writeTarget(newsroom, target, all);
	await edit(1, 'Eleven');
	await publish(1);
	await rollTargetBack(newsroom, target, undefined);
	const back = await readFiles(site);
	const bulk = makeBulk(newsroom, 0, keeper.publishing);
	await bulk.changeReference(rename);
	await keeper.idle();
	expect(await readFiles(site)).toEqual(back);
	await edit(3, 'Thirteen');
	await bulk.change({ kind: 'ids', ids: [testId(3)] }, { kind: 'publish' });
	await keeper.idle();
	expect(await categoriesOf(site, 1)).toContain('Globe');
	expect(await readFile(join(site, 'articles/story-3.json'), 'utf8')).toContain('Thirteen');
	await newsroom.close();
});

test('a change that readers do not get writes no target', async () => {
	const { newsroom, target, keeper, told } = await siteDesk();
	await writeTarget(newsroom, target, all);
	const bulk = makeBulk(newsroom, 0, keeper.publishing);
	expect(await bulk.change(everything, { kind: 'trending', trending: true })).toMatchObject({ changed: 3 });
	await keeper.idle();
	expect(told).toEqual([]);
	await newsroom.close();
});
