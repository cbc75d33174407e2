import { expect, test } from 'vitest';
import { askTable, gatherLinked } from './linked-table.ts';
import { desk } from './testing/desk.ts';
import { testId } from './testing/test-newsroom.ts';

test('a table tells what links show to each story, and of none that is not there', async () => {
	const { newsroom } = await desk();
	const count = 2100;
	for (let number = 10; number < count; number += 1) {
		await newsroom.write({ id: testId(number), slug: `story-${number}`, headline: `Größe ${number} “…”` });
	}
	const source = await newsroom.source();
	const table = await gatherLinked(source);
	const ids = [1, 2, 3, 10, 1999, 2003, count - 1].map(testId);
	const find = await askTable(table)([...ids, testId(4), testId(count)]);
	const expected = await source.linked(ids);
	for (const id of ids) expect(find(id)).toEqual(expected.get(id));
	expect(expected.get(testId(1999))?.headline).toBe('Größe 1999 “…”');
	expect(find(testId(4))).toBeNull();
	expect(find(testId(count))).toBeNull();
	const empty = await gatherLinked({ linkedLines: async () => new Uint8Array() });
	expect((await askTable(empty)(ids))(testId(1))).toBeNull();
}, 60_000);
