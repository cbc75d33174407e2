import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gatherChanges } from './gather-changes.ts';

test('the first change is told at once, and those that follow closely are told together', async () => {
	const told: (readonly string[])[] = [];
	const changes = gatherChanges((ids) => told.push(ids), 30);
	changes.note(['a']);
	expect(told).toEqual([['a']]);
	for (const id of ['b', 'c', 'b']) changes.note([id]);
	expect(told).toHaveLength(1);
	await setTimeout(80);
	expect(told).toEqual([['a'], ['b', 'c']]);
	await setTimeout(80);
	changes.note(['d']);
	expect(told.at(-1)).toEqual(['d']);
	changes.note(['e']);
	changes.flush();
	expect(told.at(-1)).toEqual(['e']);
});
