/** Texts as UTF-8 in one run of bytes, which is used again and again: to make room for each takes longer than to fill it. */
export interface GatheredText {
	/** Adds a text, and answers its bytes; they hold until `clear`. */
	add(text: string): Uint8Array;
	/** All of them, one right behind the other. */
	copy(): Uint8Array<ArrayBuffer>;
	clear(): void;
}

/** A letter takes up to so many bytes. */
const mostPerLetter = 3;
const encoder = new TextEncoder();

/** Makes an empty run. */
export function createGatheredText(): GatheredText {
	let bytes = new Uint8Array(64 * 1024);
	let end = 0;
	return {
		add(text) {
			const most = text.length * mostPerLetter;
			if (bytes.length - end < most) {
				// What was answered before stays in the bytes that were used until now.
				const larger = new Uint8Array(2 * bytes.length + most);
				larger.set(bytes.subarray(0, end));
				bytes = larger;
			}
			const { written } = encoder.encodeInto(text, bytes.subarray(end));
			end += written;
			return bytes.subarray(end - written, end);
		},
		copy: () => bytes.slice(0, end),
		clear() {
			end = 0;
		},
	};
}
