import type { PreparedFile } from './prepare-file.ts';
import type { EntryText, EntryTexts } from './story-entry.ts';

/*
 * Files that were read, in one run of bytes that another thread gets without a copy: what waits for its turn must fill no
 * thread's heap, for to tidy that takes longer than to pack it. Each is its head, as JSON, and the long texts of its
 * entry: their lengths, 32 bits each, then their UTF-8. Not `serialize` of node:v8: Electron 22 dies when what that made
 * is tidied away.
 */
const absent = 0xffffffff;
const namesOfTexts = [
	'summary',
	'linked',
	'headline',
	'standfirst',
	'rest',
	'headlineWords',
	'standfirstWords',
	'restWords',
] as const satisfies readonly (keyof EntryTexts)[];
const bytesOfLengths = 4 * (1 + namesOfTexts.length);
/** A character takes so many bytes at most, for each of its halves. */
const mostBytes = 3;

/** Makes what packs files, in memory that it uses over and over. */
export function createPacker(): (files: readonly PreparedFile[]) => Uint8Array<ArrayBuffer> {
	let bytes = Buffer.allocUnsafeSlow(256 * 1024);
	let at = 0;

	const makeRoom = (size: number) => {
		if (at + size <= bytes.length) return;
		const larger = Buffer.allocUnsafeSlow(2 * (at + size));
		larger.set(bytes.subarray(0, at));
		bytes = larger;
	};
	/** Puts a text behind the last, and its length where it belongs. */
	const put = (text: EntryText | null, lengthAt: number) => {
		if (text === null) {
			bytes.writeUInt32LE(absent, lengthAt);
			return;
		}
		makeRoom(typeof text === 'string' ? text.length * mostBytes : text.length);
		if (typeof text !== 'string') bytes.set(text, at);
		const length = typeof text === 'string' ? bytes.write(text, at) : text.length;
		bytes.writeUInt32LE(length, lengthAt);
		at += length;
	};
	const putFile = (file: PreparedFile) => {
		makeRoom(bytesOfLengths);
		let lengthAt = at;
		at += bytesOfLengths;
		const texts = file.kind === 'story' ? file.entry.texts : null;
		// The texts follow as bytes.
		const head = file.kind === 'story' ? { ...file, entry: { ...file.entry, texts: null } } : file;
		put(JSON.stringify(head), lengthAt);
		for (const name of namesOfTexts) {
			lengthAt += 4;
			put(texts === null ? null : texts[name], lengthAt);
		}
	};
	return (files) => {
		at = 0;
		for (const file of files) putFile(file);
		const packed = new Uint8Array(at);
		packed.set(bytes.subarray(0, at));
		return packed;
	};
}

/** Takes packed files apart, one by one; the long texts are views of the bytes. */
export function* unpackFiles(packed: Uint8Array): Generator<PreparedFile, undefined> {
	const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
	for (let at = 0; at < bytes.length; ) {
		let lengthAt = at;
		at += bytesOfLengths;
		const take = (): Uint8Array | null => {
			const length = bytes.readUInt32LE(lengthAt);
			lengthAt += 4;
			if (length === absent) return null;
			at += length;
			return new Uint8Array(packed.buffer, packed.byteOffset + at - length, length);
		};
		const headLength = bytes.readUInt32LE(lengthAt);
		lengthAt += 4;
		at += headLength;
		// The thread runs our own script.
		const file: PreparedFile = JSON.parse(bytes.toString('utf8', at - headLength, at));
		if (file.kind !== 'story') {
			yield file;
			continue;
		}
		const texts: EntryTexts = {
			summary: take() ?? '',
			linked: take() ?? '',
			headline: take() ?? '',
			standfirst: take() ?? '',
			rest: take() ?? '',
			headlineWords: take(),
			standfirstWords: take(),
			restWords: take(),
		};
		yield { ...file, entry: { ...file.entry, texts } };
	}
}
