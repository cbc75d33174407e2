import type { EntryText } from './story-entry.ts';

/*
 * A head and its parts in one run of bytes that another thread gets without a copy: the lengths of all of them, 32 bits
 * each, then their UTF-8. Not `serialize` of node:v8: Electron 22 dies when what that made is tidied away.
 */
const absent = 0xffffffff;

/** Packs a text and its parts. */
export function packParts(head: string, parts: readonly (EntryText | null)[]): Uint8Array<ArrayBuffer> {
	const all = [head, ...parts];
	const lengths = all.map((part) => (part === null ? absent : Buffer.byteLength(part)));
	const total = lengths.reduce((sum, length) => (length === absent ? sum : sum + length), 4 + all.length * 4);
	// Of its own memory, as it is given away whole.
	const packed = Buffer.from(new ArrayBuffer(total));
	let at = packed.writeUInt32LE(all.length, 0);
	for (const length of lengths) at = packed.writeUInt32LE(length, at);
	for (const part of all) {
		if (part === null) continue;
		if (typeof part === 'string') at += packed.write(part, at);
		else {
			packed.set(part, at);
			at += part.length;
		}
	}
	return new Uint8Array(packed.buffer);
}

/** What was packed; the parts are views of its bytes. */
export function unpackParts(packed: Uint8Array): { readonly head: string; readonly parts: (Uint8Array | null)[] } {
	const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
	const count = bytes.readUInt32LE(0);
	let at = 4 + count * 4;
	const all = Array.from({ length: count }, (_, index) => {
		const length = bytes.readUInt32LE(4 + index * 4);
		if (length === absent) return null;
		at += length;
		return bytes.subarray(at - length, at);
	});
	return { head: all[0]?.toString('utf8') ?? '', parts: all.slice(1) };
}
