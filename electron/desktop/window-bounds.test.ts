import { expect, test } from 'vitest';
import { reachableBounds } from './window-bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };
const onSecond = { x: 1600, y: 100, width: 1200, height: 800 };

test('A window comes back where it was', () => {
	expect(reachableBounds(onSecond, [laptop, second])).toBe(onSecond);
});

test('A window on a display that is gone starts afresh', () => {
	expect(reachableBounds(onSecond, [laptop])).toBeNull();
});

test('A window whose title bar cannot be grabbed starts afresh', () => {
	expect(reachableBounds({ ...onSecond, x: 1400 }, [laptop])).toBeNull();
	expect(reachableBounds({ ...onSecond, x: 0, y: -400 }, [laptop])).toBeNull();
	expect(reachableBounds({ ...onSecond, x: -1000, y: 100 }, [laptop])).not.toBeNull();
});

test('A size that is too small to use is not restored', () => {
	expect(reachableBounds({ x: 10, y: 30, width: 80, height: 20 }, [laptop])).toBeNull();
	expect(reachableBounds(null, [laptop])).toBeNull();
});
