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
		const words = text.slice(Math.max(0, from - around), to + around).replaceAll('\n', ' ');
		return { check: 'placeholder', severity: 'warning', message: `TK is still to be filled in: “${words.trim()}”` };
	});
}
