import { expect, test } from 'vitest';
import { runExport } from './run.ts';
import { storyJson } from './story-json.ts';
import { all, desk } from './testing/desk.ts';
import { readFiles, testId } from './testing/test-newsroom.ts';

test('the JSON of a story is told as it lies there and as it would be, and nothing is written', async () => {
	const { newsroom, out } = await desk();
	const told = async () => storyJson(await newsroom.source(), all, out, testId(1));
	const first = await told();
	expect(first.before).toBeNull();
	await runExport(await newsroom.source(), all, out);
	const files = await readFiles(out);
	expect(first.after).toBe(files['articles/sea-wall.json']);
	expect(await told()).toEqual({ before: first.after, after: first.after });

	await newsroom.write({ id: testId(1), slug: 'sea-wall', status: 'published', headline: 'The wall holds' });
	const changed = await told();
	expect(changed.before).toBe(first.after);
	expect(changed.after).toContain('"headline": "The wall holds"');
	expect(await readFiles(out)).toEqual(files);

	// Under another address it is compared with what it was under the old one.
	await newsroom.remove('sea-wall');
	await newsroom.write({ id: testId(1), slug: 'wall', status: 'published' }, 'sea-wall');
	expect(await told()).toMatchObject({ before: first.after, after: expect.stringContaining('"slug": "wall"') });
	await newsroom.write({ id: testId(1), slug: 'wall', status: 'draft' }, 'sea-wall');
	expect(await told()).toEqual({ before: first.after, after: null });
});
