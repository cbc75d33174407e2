import { expect, test } from 'vitest';
import { Random } from './random.mjs';
import { WeightedChoice, zipf } from './zipf.mjs';

function shares(choice: { choose(random: Random): unknown }, draws: number): Map<unknown, number> {
	const random = new Random(3);
	const counts = new Map<unknown, number>();
	for (let draw = 0; draw < draws; draw += 1) {
		const value = choice.choose(random);
		counts.set(value, (counts.get(value) ?? 0) + 1 / draws);
	}
	return counts;
}

test('choices come as often as their weights say, and one without weight never', () => {
	const counts = shares(new WeightedChoice(['a', 'b', 'c', 'd'], [6, 3, 1, 0]), 100_000);
	expect(counts.get('a')).toBeCloseTo(0.6, 2);
	expect(counts.get('b')).toBeCloseTo(0.3, 2);
	expect(counts.get('c')).toBeCloseTo(0.1, 2);
	expect(counts.has('d')).toBe(false);
});

test('the second of a Zipf list comes half as often as the first, the tenth a tenth as often', () => {
	const ranks = Array.from({ length: 1000 }, (_, index) => index + 1);
	const counts = shares(zipf(ranks, { offset: 0 }), 400_000);
	const first = counts.get(1) ?? 0;
	expect((counts.get(2) ?? 0) / first).toBeCloseTo(0.5, 1);
	expect((counts.get(10) ?? 0) / first).toBeCloseTo(0.1, 1);
	expect(first).toBeCloseTo(1 / 7.485, 2);
});

test('the same seed gives the same numbers, seeds beyond 32 bits included', () => {
	const numbers = (seed: number) => {
		const random = new Random(seed);
		return Array.from({ length: 5 }, () => random.bits());
	};
	expect(numbers(1)).toEqual(numbers(1));
	expect(numbers(1)).not.toEqual(numbers(2));
	expect(numbers(5)).not.toEqual(numbers(5 + 2 ** 32));
});

test('fractions fill the range evenly, and normal numbers lie around 0', () => {
	const random = new Random(11);
	const fractions = Array.from({ length: 50_000 }, () => random.fraction());
	expect(fractions.reduce((sum, value) => sum + value, 0) / fractions.length).toBeCloseTo(0.5, 2);
	expect(fractions.every((value) => value >= 0 && value < 1)).toBe(true);
	const normal = Array.from({ length: 50_000 }, () => random.normal());
	const mean = normal.reduce((sum, value) => sum + value, 0) / normal.length;
	const variance = normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normal.length;
	expect(mean).toBeCloseTo(0, 1);
	expect(variance).toBeCloseTo(1, 1);
});
