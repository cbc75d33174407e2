/** The text of a file: by its byte order mark, as UTF-8, by what HTML says of itself, or as Windows wrote it in the West. */
export function decodeText(bytes: Uint8Array, isHtml = false): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return decoderFor(isHtml ? charsetOf(bytes) : null).decode(bytes);
	}
}

function charsetOf(bytes: Uint8Array): string | null {
	const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
	return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null;
}

function decoderFor(charset: string | null): InstanceType<typeof TextDecoder> {
	try {
		// One that was not UTF-8 is not, whatever it says.
		if (charset !== null && !/^utf-?8$/i.test(charset)) return new TextDecoder(charset);
	} catch {
		// Not the name of an encoding.
	}
	return new TextDecoder('windows-1252');
}
