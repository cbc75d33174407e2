import { expect, test } from 'vitest';
import { distanceToShow } from './follow-editor.ts';

const view = { height: 600 };

test('a block that can be seen moves nothing', () => {
	expect(distanceToShow({ top: 200, bottom: 300 }, view)).toBe(0);
	expect(distanceToShow({ top: -900, bottom: 1500 }, view)).toBe(0);
});

test('a block below comes up from the bottom edge', () => {
	expect(distanceToShow({ top: 700, bottom: 800 }, view)).toBe(280);
});

test('a block above comes down from the top edge', () => {
	expect(distanceToShow({ top: -300, bottom: -200 }, view)).toBe(-380);
});

test('a block taller than the window shows its beginning', () => {
	expect(distanceToShow({ top: 700, bottom: 2000 }, view)).toBe(620);
});
