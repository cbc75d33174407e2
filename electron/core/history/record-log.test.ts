import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RevisionReason } from '#shared/contract/history.ts';
import { encodeRecord, readLog } from './record-log.ts';
import { cutIntoPieces } from './story-pieces.ts';
import { thinRevisions } from './thin-revisions.ts';

const texts = (log: Uint8Array) => readLog(log).records.map(({ body }) => Buffer.from(body).toString());

test('a log torn at any byte keeps every whole record, and takes new ones', () => {
	const records = ['one', 'two\n{"sum":"', '', 'four'].map((text) => encodeRecord({ is: 'x' }, Buffer.from(text)));
	const log = Buffer.concat(records);
	const added = encodeRecord({ is: 'x' }, Buffer.from('new'));
	for (let length = 0; length <= log.length; length += 1) {
		const torn = log.subarray(0, length);
		let whole = 0;
		for (let end = 0; whole < records.length; whole += 1) {
			end += records[whole]?.length ?? 0;
			if (end > length) break;
		}
		const read = readLog(torn);
		expect(read.records).toHaveLength(whole);
		const again = texts(Buffer.concat([torn, read.endsWhole ? Buffer.of() : Buffer.from('\n'), added]));
		expect(again.slice(0, whole)).toEqual(texts(torn));
		expect(again.at(-1)).toBe('new');
		// One byte short is only the line feed, which the next append brings.
		expect(again.length - whole).toBeLessThanOrEqual(2);
	}
});

test('a byte that was damaged anywhere costs one record and is counted', () => {
	const log = Buffer.concat(['one', 'two', 'three'].map((text) => encodeRecord({ is: 'x' }, Buffer.from(text))));
	for (let at = 0; at < log.length; at += 1) {
		const damaged = Buffer.from(log);
		damaged[at] = (damaged[at] ?? 0) ^ 0xff;
		const read = readLog(damaged);
		expect(read.records.length).toBe(2);
		expect(read.unreadableBytes).toBeGreaterThan(0);
	}
});

test('pieces put together are the bytes, whatever they are', () => {
	const lines = fc.array(fc.constantFrom('    {\n', '  ],\n', '      "a": "b"\n', '\r\n', 'é', 'x'.repeat(130)));
	fc.assert(
		fc.property(
			fc.oneof(
				lines.map((all) => Buffer.from(all.join(''))),
				fc.uint8Array(),
			),
			(bytes) => {
				const joined = Buffer.concat(cutIntoPieces(bytes).map((piece) => piece.bytes));
				expect(joined.equals(bytes)).toBe(true);
			},
		),
	);
});

test('thinning keeps the newest fifty, the last thirty days, every save, status and export, and one of each other day', () => {
	const day = 86_400_000;
	const now = new Date('2026-06-01T12:00:00Z');
	const revision = fc.record({
		back: fc.integer({ min: 0, max: 90 * 24 }),
		reason: fc.constantFrom(...RevisionReason.options),
	});
	fc.assert(
		fc.property(fc.array(revision, { maxLength: 400 }), (drawn) => {
			const all = drawn
				.map(({ back, reason }) => ({ at: new Date(now.getTime() - (back * day) / 24).toISOString(), reason }))
				.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
			const kept = thinRevisions(all, now);
			expect(kept).toEqual(all.filter((each) => kept.includes(each)));
			expect(thinRevisions(kept, now)).toEqual(kept);
			const set = new Set(kept);
			for (const each of all.slice(-50)) expect(set.has(each)).toBe(true);
			const others = new Set<string>();
			for (const [index, each] of all.entries()) {
				const age = now.getTime() - Date.parse(each.at);
				if (['explicit-save', 'status', 'export'].includes(each.reason) || age <= 30 * day)
					expect(set.has(each)).toBe(true);
				else if (index < all.length - 50) {
					const date = each.at.slice(0, 10);
					// The newest of its day is the one that stays.
					const later = all
						.slice(index + 1, -50)
						.some(
							(other) =>
								other.at.startsWith(date) &&
								!['explicit-save', 'status', 'export'].includes(other.reason) &&
								now.getTime() - Date.parse(other.at) > 30 * day,
						);
					expect(set.has(each)).toBe(!later);
					if (set.has(each)) expect(others.has(date)).toBe(false);
					if (set.has(each)) others.add(date);
				}
			}
		}),
		{ numRuns: 200 },
	);
});
