import { expect, test } from 'vitest';
import { jsonLines } from './json-lines.ts';

const numbered = (count: number, change: Readonly<Record<number, string>> = {}) =>
	`${Array.from({ length: count }, (_, at) => change[at] ?? `line ${at}`).join('\n')}\n`;

test('what differs stands between three lines on each side, and the rest is counted', () => {
	expect(jsonLines(numbered(12), numbered(12, { 6: 'other' }))).toEqual([
		{ kind: 'left-out', lines: 3 },
		...[3, 4, 5].map((at) => ({ kind: 'same', text: `line ${at}` })),
		{ kind: 'removed', text: 'line 6' },
		{ kind: 'added', text: 'other' },
		...[7, 8, 9].map((at) => ({ kind: 'same', text: `line ${at}` })),
		{ kind: 'left-out', lines: 2 },
	]);
});

test('a file that is new is all added, and one that stays the same is only counted', () => {
	expect(jsonLines(null, 'a\nb\n')).toEqual([
		{ kind: 'added', text: 'a' },
		{ kind: 'added', text: 'b' },
	]);
	expect(jsonLines(numbered(9), numbered(9))).toEqual([{ kind: 'left-out', lines: 9 }]);
	expect(jsonLines(null, null)).toEqual([]);
});
