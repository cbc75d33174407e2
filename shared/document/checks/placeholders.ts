import type { BlockFinding } from '../blocks/block-module.ts';
import type { Stretch } from '../texts/edit-inline.ts';
import { wordsAround } from './words-around.ts';

/** "To come": what writers leave where a fact is still missing. */
const placeholder = /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/gu;

/** Where a text is still to be filled in. */
export function placeholderPlaces(text: string): Stretch[] {
	if (!text.includes('TK')) return [];
	return [...text.matchAll(placeholder)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
}

/** Each place of a text that is still to be filled in, with the words around it. */
export function placeholdersIn(text: string): BlockFinding[] {
	return placeholderPlaces(text).map(({ from, to }) => {
		const words = wordsAround(text, from, to);
		return { check: 'placeholder', message: `TK is still to be filled in: “${words}”` };
	});
}
