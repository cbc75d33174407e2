import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameValue } from './same-value.ts';

const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'length', '0');
const { value } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom(null, true, false, 0, 1, '', 'a', 'b'),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(key, tie('value'), { maxKeys: 4 }),
	),
}));

/** The same value with its keys the other way round, and keys between them that hold nothing. */
function turned(of: unknown): unknown {
	if (Array.isArray(of)) return of.map(turned);
	if (typeof of !== 'object' || of === null) return of;
	const entries = Object.entries(of).map(([name, held]) => [name, turned(held)] as const);
	return Object.fromEntries([['nothing', undefined], ...entries.reverse(), ['more nothing', undefined]]);
}

/** As JSON, with its keys in order. */
function inOrder(of: unknown): string {
	if (Array.isArray(of)) return `[${of.map(inOrder)}]`;
	if (typeof of !== 'object' || of === null) return JSON.stringify(of);
	const entries = Object.entries(of).map(([name, held]) => `${JSON.stringify(name)}:${inOrder(held)}`);
	return `{${entries.sort()}}`;
}

test('values are the same when they hold the same, whatever the order of their keys', () => {
	let same = 0;
	fc.assert(
		fc.property(value, value, (one, other) => {
			const isSame = inOrder(one) === inOrder(other);
			if (isSame) same += 1;
			for (const [a, b] of [
				[one, other],
				[one, turned(other)],
				[turned(one), other],
			]) {
				expect(isSameValue(a, b)).toBe(isSame);
				expect(isSameValue(b, a)).toBe(isSame);
			}
			expect(isSameValue(one, turned(one))).toBe(true);
		}),
		{ numRuns: 2000 },
	);
	expect(same).toBeGreaterThan(20);
});

test('what an object only inherits is not what it holds', () => {
	expect(isSameValue({ constructor: Object }, {})).toBe(false);
	expect(isSameValue({}, { toString: Object.prototype.toString })).toBe(false);
});
