import type { BlockFinding } from '../blocks/block-module.ts';
import type { Stretch } from '../texts/edit-inline.ts';

/** "To come": what writers leave where a fact is still missing. */
const placeholder = /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/gu;
/** So many characters around it are told. */
const around = 24;

/** Where a text is still to be filled in. */
export function placeholderPlaces(text: string): Stretch[] {
	if (!text.includes('TK')) return [];
	return [...text.matchAll(placeholder)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
}

/** Each place of a text that is still to be filled in, with the words around it. */
export function placeholdersIn(text: string): BlockFinding[] {
	return placeholderPlaces(text).map(({ from, to }) => {
		// Words that do not fit are left out whole.
		const before = from > around ? text.slice(from - around, from).replace(/^\S*\s?/, '…') : text.slice(0, from);
		const end = text.slice(to, to + around);
		const after = to + around < text.length ? end.replace(/\s?\S*$/, '…') : end;
		const words = `${before}${text.slice(from, to)}${after}`.replaceAll('\n', ' ').trim();
		return { check: 'placeholder', message: `TK is still to be filled in: “${words}”` };
	});
}
