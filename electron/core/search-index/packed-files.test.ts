import { expect, test } from 'vitest';
import { createPacker, unpackFiles } from './packed-files.ts';
import type { PreparedFile } from './prepare-file.ts';
import type { EntryTexts } from './story-entry.ts';

const story = (texts: EntryTexts): PreparedFile => ({
	kind: 'story',
	entry: {
		id: '01JQ8000000000000000000001',
		path: 'articles/2026/01/ü.json',
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
		facets: [{ kind: 'tag', shown: 'Sea', value: 'sea' }],
		links: [],
		texts,
	},
	mark: 'm',
});
const short = {
	summary: '{"s":1}',
	linked: '{"l":1}',
	headline: 'Budget',
	standfirst: '',
	rest: 'The café.',
	headlineWords: null,
	standfirstWords: null,
	restWords: 'The cafe.',
};
const damaged = { kind: 'damaged', damage: { kind: 'damaged', reason: 'It is cut off.', line: 3 }, mark: 'm' } as const;

/** A file whose texts are texts again. */
function readable(file: PreparedFile): PreparedFile {
	if (file.kind !== 'story') return file;
	const texts = Object.entries(file.entry.texts).map(([name, text]) => [name, text && Buffer.from(text).toString()]);
	return { ...file, entry: { ...file.entry, texts: Object.fromEntries(texts) } };
}

test('files that were read are the same in the other thread, also empty texts, long ones and any script', () => {
	const long = story({
		...short,
		rest: '東京 المدينة 𝒢'.repeat(100_000),
		restWords: Buffer.from('bytes'),
		headline: '',
	});
	const files = [story(short), damaged, { kind: 'gone' } as const, long, story({ ...short, headlineWords: '' })];
	const pack = createPacker();
	const first = pack(files);
	// What is packed next must not change it.
	const next = pack([damaged]);
	expect([...unpackFiles(first)].map(readable)).toEqual(files.map(readable));
	expect([...unpackFiles(next)]).toEqual([damaged]);
	expect([...unpackFiles(pack([]))]).toEqual([]);
	expect(first.byteLength).toBe(first.buffer.byteLength);
});
