import { expect, test } from 'vitest';
import { createSyncPace } from './sync-pace.ts';

/** A pace on a clock that the test moves. */
function paceAt(start: number) {
	let time = start;
	const pace = createSyncPace(() => time);
	return { ...pace, pass: (milliseconds: number) => (time += milliseconds) };
}

const times = (count: number, work: () => void) => {
	for (let time = 0; time < count; time += 1) work();
};

test('a disk is waited for in the background until it was quick many times in a row', () => {
	const pace = paceAt(0);
	times(7, () => pace.took(0.3));
	expect(pace.isQuick()).toBe(false);
	pace.took(0.3);
	expect(pace.isQuick()).toBe(true);
});

test('a single slow answer sends it to the background until the disk has been quick for a while again', () => {
	const pace = paceAt(0);
	times(50, () => pace.took(0.3));
	pace.took(40);
	expect(pace.isQuick()).toBe(false);
	times(7, () => pace.took(0.3));
	expect(pace.isQuick()).toBe(false);
	pace.took(0.3);
	expect(pace.isQuick()).toBe(true);
});

test('after a pause nothing is known of a disk, as it may have gone to sleep', () => {
	const pace = paceAt(0);
	times(8, () => pace.took(0.3));
	pace.pass(9_000);
	expect(pace.isQuick()).toBe(true);
	pace.pass(2_000);
	expect(pace.isQuick()).toBe(false);
	// Waking it up was slow or not, but it was in the background.
	pace.took(0.3);
	expect(pace.isQuick()).toBe(true);
});
