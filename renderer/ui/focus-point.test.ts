import { expect, test } from 'vitest';
import { movePoint, pointInWords, toPoint } from './focus-point.ts';

test('arrow keys move the point and stop at the edges', () => {
	expect(movePoint([0.5, 0.5], 'ArrowLeft', 5)).toEqual([0.45, 0.5]);
	expect(movePoint([0.98, 0.5], 'ArrowRight', 5)).toEqual([1, 0.5]);
	expect(movePoint([0.5, 0.02], 'ArrowUp', 5)).toEqual([0.5, 0]);
	expect(movePoint([0.29, 0.58], 'ArrowDown', 1)).toEqual([0.29, 0.59]);
	expect(movePoint([0.5, 0.5], 'Enter', 5)).toBeNull();
});

test('a click becomes whole percents inside the picture', () => {
	expect(toPoint(0.33333, -0.2)).toEqual([0.33, 0]);
	expect(pointInWords([0.5, 0.4])).toBe('50% from the left, 40% from the top');
});
