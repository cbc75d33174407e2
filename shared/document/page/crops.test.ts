import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropAround } from './crops.ts';

test('a crop is centred on the focus point, and stops at the edges of the picture', () => {
	const wide = { width: 2000, height: 1000 };
	expect(cropAround(wide, [0.5, 0.5], 1)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 });
	expect(cropAround(wide, [0.1, 0.9], 1)).toEqual({ x: 0, y: 0, width: 0.5, height: 1 });
	expect(cropAround(wide, [0.9, 0.1], 1)).toEqual({ x: 0.5, y: 0, width: 0.5, height: 1 });
	expect(cropAround({ width: 1000, height: 2000 }, [0.5, 0.5], 1)).toMatchObject({ y: 0.25, height: 0.5 });
});

test('a crop has its shape, lies inside the picture, is as large as can be and holds the focus point', () => {
	const side = fc.integer({ min: 1, max: 9000 });
	const part = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
	fc.assert(
		fc.property(side, side, part, part, fc.constantFrom(16 / 9, 4 / 3, 1, 3 / 4), (width, height, x, y, ratio) => {
			const crop = cropAround({ width, height }, [x, y], ratio);
			expect((crop.width * width) / (crop.height * height)).toBeCloseTo(ratio, 6);
			expect(Math.max(crop.width, crop.height)).toBeCloseTo(1, 9);
			for (const [from, size, focus] of [
				[crop.x, crop.width, x],
				[crop.y, crop.height, y],
			] as const) {
				expect(from).toBeGreaterThanOrEqual(0);
				expect(from + size).toBeLessThanOrEqual(1 + 1e-9);
				expect(focus).toBeGreaterThanOrEqual(from - 1e-9);
				expect(focus).toBeLessThanOrEqual(from + size + 1e-9);
			}
		}),
	);
});
