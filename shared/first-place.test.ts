import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstPlace } from './first-place.ts';

test('of any places the first is found from which on something holds, with few looks', () => {
	fc.assert(
		fc.property(fc.nat({ max: 5000 }), fc.nat({ max: 5001 }), (count, wanted) => {
			let looks = 0;
			const found = firstPlace(count, (place) => {
				looks += 1;
				return place >= wanted;
			});
			expect(found).toBe(Math.min(wanted, count));
			expect(looks).toBeLessThanOrEqual(13);
		}),
	);
});
