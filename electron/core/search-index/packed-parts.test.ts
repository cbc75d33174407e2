import { expect, test } from 'vitest';
import { packParts, unpackParts } from './packed-parts.ts';
import { packFile, unpackFile } from './read-ahead.ts';

const textOf = (part: Uint8Array | null) => part && Buffer.from(part).toString('utf8');

test('what was packed comes back, in any script, also what is empty or absent', () => {
	const packed = packParts('{"head":"ü"}', ['', null, 'المدينة', Buffer.from('bytes'), '𝒢']);
	const { head, parts } = unpackParts(packed);
	expect(head).toBe('{"head":"ü"}');
	expect(parts.map(textOf)).toEqual(['', null, 'المدينة', 'bytes', '𝒢']);
	expect(packed.byteLength).toBe(packed.buffer.byteLength);
	expect(unpackParts(packParts('', []))).toEqual({ head: '', parts: [] });
});

test('a file that was read is the same in the other thread', () => {
	const entry = {
		id: '01JQ8000000000000000000001',
		path: 'articles/2026/01/a.json',
		slug: 'a',
		revision: 'r'.repeat(64),
		status: 1,
		isTrending: true,
		language: 'en',
		updated: 5,
		published: -1e15,
		scheduled: -1e15,
		shownDate: 5,
		sortedHeadline: 'budget',
		errors: 0,
		categories: ['world'],
		facets: [{ kind: 'tag' as const, shown: 'Sea', value: 'sea' }],
		links: [],
		summary: '{"s":1}',
		linked: '{"l":1}',
		texts: { headline: 'Budget', standfirst: '', rest: 'The café.' },
		words: { headline: null, standfirst: null, rest: 'The cafe.' },
	};
	const again = unpackFile(packFile({ kind: 'story', entry, mark: 'm' }));
	if (again.kind !== 'story') throw new Error('it is no story any more');
	const { summary, linked, texts, words, ...rest } = again.entry;
	expect(rest).toEqual(Object.fromEntries(Object.entries(entry).filter(([name]) => name in rest)));
	const texted = (part: string | Uint8Array | null) => (typeof part === 'string' ? part : textOf(part));
	expect([summary, linked].map(texted)).toEqual([entry.summary, entry.linked]);
	expect([texts.headline, texts.standfirst, texts.rest].map(texted)).toEqual(['Budget', '', 'The café.']);
	expect([words.headline, words.standfirst, words.rest].map(texted)).toEqual([null, null, 'The cafe.']);
	const damaged = {
		kind: 'damaged',
		damage: { kind: 'damaged', reason: 'It is cut off.', line: 3 },
		mark: 'm',
	} as const;
	expect(unpackFile(packFile(damaged))).toEqual(damaged);
	expect(unpackFile(packFile({ kind: 'gone' }))).toEqual({ kind: 'gone' });
});
