import { brotliCompressSync, brotliDecompressSync, constants, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { PastRevision } from '#shared/contract/history.ts';
import { firstPlace } from '#shared/first-place.ts';
import { ArticleId, articleIdLength } from '#shared/model/article.ts';
import { encodeRecord, readLog } from './record-log.ts';
import { PastRevisionShape } from './revision-record.ts';

/*
 * A pack holds what one large export kept of many stories, as a log (record-log.ts) of its own: a hundred thousand logs of
 * one revision each would take many times as long to make and to sync. Each of its records holds some stories together,
 * packed as one. Beside it lie its contents, which tell for each revision where its record begins and how long it is;
 * they can be made again from the pack.
 */

/** A revision with its text. */
export interface KeptStory {
	readonly article: ArticleId;
	readonly revision: PastRevision;
	/** The bytes of the story's file. */
	readonly bytes: Uint8Array;
}

/** Where a pack holds a revision. */
export interface PackEntry {
	readonly article: ArticleId;
	/** The SHA-256 of the story's file, in hex. */
	readonly hash: string;
	readonly from: number;
	readonly length: number;
}

/** The ending of a pack's name, and of that of its contents. */
export const packEnding = '.pack';
export const contentsEnding = '.contents';

const StoryHead = PastRevisionShape.extend({ article: ArticleId, length: z.int().min(0) });
const lineFeed = 0x0a;

/** Some stories as one record of a pack. */
export function encodeStories(stories: readonly KeptStory[]): Uint8Array {
	const heads = stories.map(({ article, revision, bytes }) => ({ article, length: bytes.length, ...revision }));
	const texts = stories.map(({ bytes }) => bytes);
	const whole = Buffer.concat([Buffer.from(`${JSON.stringify(heads)}\n`, 'utf8'), ...texts]);
	return encodeRecord({ is: packedStories }, brotliCompressSync(whole, { params: quickly }));
}

/** Stories packed with Brotli (RFC 7932). */
const packedStories = 'brotli-stories';
/** Takes apart what is in a record of stories, by its kind; `stories` was written before, packed with Deflate (RFC 1951). */
const unpackers: ReadonlyMap<string, (body: Uint8Array) => Buffer> = new Map([
	[packedStories, (body) => brotliDecompressSync(body)],
	['stories', (body) => inflateRawSync(body)],
]);
/** Quickly rather than tightly; that many stories together still pack better than each by itself. */
const quickly = { [constants.BROTLI_PARAM_QUALITY]: 0, [constants.BROTLI_PARAM_LGWIN]: 20 };

/** The stories in a record of a pack; null when that is not whole, or of a kind that this version does not know. */
export function decodeStories(bytes: Uint8Array): KeptStory[] | null {
	const [record] = readLog(bytes).records;
	const whole = record && unpackers.get(record.header.is)?.(record.body);
	if (whole === undefined) return null;
	const end = whole.indexOf(lineFeed);
	const heads = z.array(StoryHead).safeParse(JSON.parse(whole.toString('utf8', 0, end)));
	if (!heads.success) return null;
	let from = end + 1;
	return heads.data.map(({ article, length, ...revision }) => {
		const story = { article, revision, bytes: whole.subarray(from, from + length) };
		from += length;
		return story;
	});
}

const hashLength = 32;
const offsetLength = 6;
const entryLength = articleIdLength + hashLength + offsetLength + 4;

/** The contents of a pack as they are written. */
export function encodeContents(entries: readonly PackEntry[]): Uint8Array {
	const body = Buffer.alloc(entries.length * entryLength);
	const sorted = [...entries].sort((a, b) => (a.article < b.article ? -1 : 1));
	for (const [number, { article, hash, from, length }] of sorted.entries()) {
		let at = number * entryLength;
		at += body.write(article, at, 'latin1');
		at += body.write(hash, at, 'hex');
		at = body.writeUIntBE(from, at, offsetLength);
		body.writeUInt32BE(length, at);
	}
	return encodeRecord({ is: 'contents' }, body);
}

/** The contents of a pack, to be searched; null when they are not whole. */
export function decodeContents(bytes: Uint8Array): Uint8Array | null {
	const [record] = readLog(bytes).records;
	return record?.header.is === 'contents' && record.body.length % entryLength === 0 ? record.body : null;
}

/** The contents of a pack, made again from the pack itself; what is not whole in it is left out. */
export function contentsOfPack(pack: Uint8Array): Uint8Array {
	const entries: PackEntry[] = [];
	for (const { whole } of readLog(pack).records) {
		const from = whole.byteOffset - pack.byteOffset;
		for (const { article, revision } of decodeStories(whole) ?? []) {
			entries.push({ article, hash: revision.revision, from, length: whole.length });
		}
	}
	return decodeContents(encodeContents(entries)) ?? new Uint8Array();
}

/** Where a pack with these contents holds revisions of a story. */
export function entriesOf(contents: Uint8Array, article: ArticleId): PackEntry[] {
	const body = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
	const count = body.length / entryLength;
	const idAt = (number: number) =>
		body.toString('latin1', number * entryLength, number * entryLength + articleIdLength);
	const entries: PackEntry[] = [];
	let number = firstPlace(count, (place) => idAt(place) >= article);
	for (; number < count && idAt(number) === article; number += 1) {
		const at = number * entryLength + articleIdLength;
		const hash = body.toString('hex', at, at + hashLength);
		const from = body.readUIntBE(at + hashLength, offsetLength);
		const length = body.readUInt32BE(at + hashLength + offsetLength);
		entries.push({ article, hash, from, length });
	}
	return entries;
}

/** Every story that a pack with these contents holds. */
export function articlesIn(contents: Uint8Array): ArticleId[] {
	const body = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
	const articles: ArticleId[] = [];
	for (let at = 0; at < body.length; at += entryLength)
		articles.push(body.toString('latin1', at, at + articleIdLength));
	return articles;
}
