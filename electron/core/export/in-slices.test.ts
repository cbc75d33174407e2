import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { chunksOf, createSorting, lookOver } from './in-slices.ts';

test('pieces of any length come out as the same bytes, none of them lost between two chunks', async () => {
	const long = 'Größe “…” 🙂'.repeat(200_000);
	const pieces = ['a', Buffer.from('bytes'), '', long, 'é'.repeat(700_000), Buffer.alloc(3_000_000, 7), 'z'];
	const whole = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
	const chunks = [];
	for (const chunk of chunksOf(pieces)) chunks.push(Buffer.from(chunk));
	expect(Buffer.concat(chunks).equals(whole)).toBe(true);
	const hash = createHash('sha256').update(whole).digest('hex');
	const other = Buffer.from(whole);
	other[other.length - 1] = 0;
	expect(await lookOver(pieces, whole)).toEqual({ hash, before: 'same' });
	expect(await lookOver(pieces, other)).toEqual({ hash, before: 'other' });
	expect(await lookOver(pieces, whole.subarray(1))).toEqual({ hash, before: 'other' });
	expect(await lookOver(pieces, Buffer.concat([whole, Buffer.from('more')]))).toEqual({ hash, before: 'other' });
	expect(await lookOver(pieces, null)).toEqual({ hash, before: 'nothing' });
});

test('things that come in any order are put in order', async () => {
	for (const count of [0, 1, 2047, 2048, 2049, 9000]) {
		const numbers = Array.from({ length: count }, (_, number) => (number * 7919) % 9001);
		const sorting = createSorting<number>((a, b) => a - b);
		for (const number of numbers) sorting.add(number);
		expect(await sorting.end()).toEqual([...numbers].sort((a, b) => a - b));
	}
});
