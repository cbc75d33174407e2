import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inLanes } from './in-lanes.ts';

test('each item has its work, never more at a time than there are lanes', async () => {
	const done: number[] = [];
	let underWay = 0;
	let most = 0;
	await inLanes([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
		underWay += 1;
		most = Math.max(most, underWay);
		await setTimeout(item % 3);
		underWay -= 1;
		done.push(item);
	});
	expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
	expect(most).toBe(3);
});

test('after a failure nothing more begins, and it is thrown once what was under way has ended', async () => {
	const ended: number[] = [];
	const work = async (item: number) => {
		await setTimeout(item === 1 ? 1 : 10);
		if (item === 1) throw new Error('no');
		ended.push(item);
	};
	await expect(inLanes([1, 2, 3, 4, 5], 2, work)).rejects.toThrow('no');
	expect(ended).toEqual([2]);
});
