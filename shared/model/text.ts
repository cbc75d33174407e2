import { z } from 'zod';

// Control characters and lone surrogates cannot be shown, typed or exported, so they are taken out on the way in.
const unprintable =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What any text has that is changed on the way in; nearly none has, and looking is several times faster than replacing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to look for
export const unusual = /[\u0000-\u001f\u007f\u2028\u2029\ud800-\udfff]/;

/** One line of plain text: line breaks and tabs become one space, unprintable characters are dropped. */
export function toLine(text: string): string {
	if (!unusual.test(text)) return text;
	return text.replace(unprintable, '').replace(/[\t\n\r\u2028\u2029]+/g, ' ');
}

/** As `toLine`, but line breaks stay, as LF. */
export function toBrokenLine(text: string): string {
	return unusual.test(text) ? toLines(text).replace(/\t+/g, ' ') : text;
}

/** Plain text of several lines, with LF between them and unprintable characters dropped. */
export function toLines(text: string): string {
	if (!unusual.test(text)) return text;
	return text.replace(unprintable, '').replace(/\r\n?|[\u2028\u2029]/g, '\n');
}

/** Plain text on one line, such as a headline: at most 10,000 characters. */
export const Line = z.string().max(10_000).overwrite(toLine);
/** Plain text that may have line breaks, such as notes: at most a million characters. */
export const Lines = z.string().max(1_000_000).overwrite(toLines);
