import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSyncPace } from './sync-pace.ts';

/** A pace on a clock that the test moves. */
function paceAt(start: number) {
	let time = start;
	const pace = createSyncPace(() => time);
	return { ...pace, pass: (milliseconds: number) => (time += milliseconds) };
}

/** Does it so many times, each in a turn of its own. */
async function times(count: number, work: () => void): Promise<void> {
	for (let time = 0; time < count; time += 1) {
		work();
		await setImmediate();
	}
}

test('a disk is waited for in the background until it was quick many times in a row', async () => {
	const pace = paceAt(0);
	await times(7, () => pace.took(0.3));
	expect(pace.isQuick()).toBe(false);
	pace.took(0.3);
	expect(pace.isQuick()).toBe(true);
});

test('a single slow answer sends it to the background until the disk has been quick for a while again', async () => {
	const pace = paceAt(0);
	await times(50, () => pace.took(0.3));
	pace.took(40);
	expect(pace.isQuick()).toBe(false);
	await times(7, () => pace.took(0.3));
	expect(pace.isQuick()).toBe(false);
	pace.took(0.3);
	expect(pace.isQuick()).toBe(true);
});

test('after a pause nothing is known of a disk, as it may have gone to sleep', async () => {
	const pace = paceAt(0);
	await times(8, () => pace.took(0.3));
	pace.pass(9_000);
	expect(pace.isQuick()).toBe(true);
	pace.pass(2_000);
	expect(pace.isQuick()).toBe(false);
	// Waking it up was slow or not, but it was in the background.
	pace.took(0.3);
	expect(pace.isQuick()).toBe(true);
});

test('whoever keeps many files one after another leaves the others their turn', async () => {
	const pace = paceAt(0);
	await times(8, () => pace.took(0.3));
	let atOnce = 0;
	while (pace.isQuick()) {
		pace.took(0.3);
		atOnce += 1;
	}
	expect(atOnce).toBe(7);
	await setImmediate();
	expect(pace.isQuick()).toBe(true);
});
