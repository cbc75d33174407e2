/** So many characters around a place are told. */
const around = 24;

/** A stretch of a text with the words around it, as it is told; words that do not fit are left out whole. */
export function wordsAround(text: string, from: number, to: number): string {
	const before = from > around ? text.slice(from - around, from).replace(/^\S*\s?/, '…') : text.slice(0, from);
	const end = text.slice(to, to + around);
	const after = to + around < text.length ? end.replace(/\s?\S*$/, '…') : end;
	return `${before}${text.slice(from, to)}${after}`.replaceAll('\n', ' ').trim();
}

/** The beginning of a text, as it is told. */
export function beginningOf(text: string, most = 40): string {
	const line = text.replaceAll('\n', ' ').trim();
	return line.length <= most ? line : line.slice(0, most).replace(/\s?\S*$/, '…');
}
