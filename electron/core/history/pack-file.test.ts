import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeStories, encodeStories, type KeptStory } from './pack-file.ts';
import { encodeRecord, readLog } from './record-log.ts';

const stories: KeptStory[] = ['Harbour', 'Café “Zürich”'].map((headline, number) => ({
	article: `0000000000000000000000000${number}`,
	revision: {
		id: `0000000000000000000000001${number}`,
		at: '2025-03-01T10:00:00.000Z',
		author: 'Ana',
		reason: 'export',
		status: 'ready',
		headline,
		words: 1,
		revision: String(number).repeat(64),
	},
	bytes: Buffer.from(`{ "headline": "${headline}" }\n`),
}));

test('the stories of a record come out as they went in', () => {
	expect(decodeStories(encodeStories(stories))).toEqual(stories);
	expect(decodeStories(encodeStories([]))).toEqual([]);
});

test('a record of an earlier Galley is read, and one of a kind that is not known is passed over', () => {
	const heads = stories.map(({ article, revision, bytes }) => ({ article, length: bytes.length, ...revision }));
	const whole = Buffer.concat([Buffer.from(`${JSON.stringify(heads)}\n`), ...stories.map(({ bytes }) => bytes)]);
	expect(decodeStories(encodeRecord({ is: 'stories', packed: true }, deflateRawSync(whole)))).toEqual(stories);
	expect(decodeStories(encodeRecord({ is: 'toString' }, whole))).toBeNull();
	expect(readLog(encodeStories(stories)).records).toHaveLength(1);
});
