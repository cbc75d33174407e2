import { expect, test } from 'vitest';
import { makeRow, missingRow } from './row.mjs';
import { median, percentile, summarise } from './stats.mjs';
import { formatNumber, formatTable } from './table.mjs';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test('percentiles are values that were measured', () => {
	expect(percentile(hundred, 0.95)).toBe(95);
	expect(percentile(hundred, 0)).toBe(1);
	expect(percentile(hundred, 1)).toBe(100);
	expect(percentile([7], 0.5)).toBe(7);
	expect(() => percentile([], 0.5)).toThrow();
});

test('the median of an even count lies between the two in the middle', () => {
	expect(median([4, 1, 3])).toBe(3);
	expect(median([4, 1, 3, 2])).toBe(2.5);
	expect(() => median([])).toThrow();
	expect(summarise([5, 1, 3])).toEqual({ count: 3, p50: 3, p95: 5, least: 1, most: 5 });
});

test('a figure is held against its limit, and against what is measured beside it', () => {
	const row = (fields: object) => makeRow({ figure: 'list', unit: 'ms', samples: hundred, ...fields });
	expect(row({ judged: 'p95', limit: { atMost: 95 } }).verdict).toBe('ok');
	expect(row({ judged: 'p95', limit: { atMost: 94 } }).verdict).toBe('over');
	const beside = (...samples: number[]) => ({ name: 'a peer', samples });
	expect(row({ beside: beside(25.25), limit: { timesBeside: 2 } })).toMatchObject({ ratio: 2, verdict: 'ok' });
	expect(row({ beside: beside(25), limit: { timesBeside: 2 } }).verdict).toBe('over');
	expect(row({ beside: beside(50), limit: { timesBeside: 2, atMost: 50 } }).verdict).toBe('over');
	expect(row({ beside: beside(50), limit: { timesBeside: 2, atMost: 51 } }).verdict).toBe('ok');
	expect(row({ beside: beside(), limit: { timesBeside: 2 } }).verdict).toBe('missing');
	expect(row({}).verdict).toBe('told');
});

test('the table shows each figure with its peer, ratio, limit and notes', () => {
	const text = formatTable([
		makeRow({
			figure: 'save',
			unit: 'ms',
			samples: [2, 2, 4],
			beside: { name: 'Ghost', samples: [10, 10, 20] },
			limit: { atMost: 1.5, timesBeside: 0.2 },
		}),
		makeRow({ figure: 'memory', unit: 'MB', samples: [180.4], judged: 'most', limit: { atMost: 250 } }),
		missingRow('typing', 'there is no browser'),
	]);
	const lines = text.split('\n');
	expect(lines[2]).toMatch(
		/^save +p50 2\.00 {2}p95 4\.00 ms +Ghost 10\.0 ms +0\.20 × +p50 ≤ 1\.5 ms and 0\.2 × beside +OVER$/,
	);
	expect(lines[3]).toMatch(/^memory +180 MB +≤ 250 MB +ok$/);
	expect(lines[4]).toMatch(/^typing +not measured$/);
	expect(text).toContain('typing: there is no browser');
});

test('numbers are told with the digits that count', () => {
	expect([0.0123, 1.234, 12.34, 123.4].map(formatNumber)).toEqual(['0.01', '1.23', '12.3', '123']);
});
