import type { Block, ListBody } from '../model/block.ts';
import { inlineText } from './inline-html.ts';
import { countWords } from './word-count.ts';

const texts = new WeakMap<Block, string>();
const words = new WeakMap<Block, number>();

/** A block's running text, one line per paragraph, item or row; empty for pictures, embeds and the key-points box. */
export function blockText(block: Block): string {
	let text = texts.get(block);
	if (text === undefined) {
		text = readBlockText(block);
		texts.set(block, text);
	}
	return text;
}

/** How many words of running text a block has; captions are not counted. */
export function blockWordCount(block: Block): number {
	let count = words.get(block);
	if (count === undefined) {
		count = countWords(blockText(block));
		words.set(block, count);
	}
	return count;
}

/** The same text, read anew: for a story that is read once, where what is kept by block only takes memory. */
export function readBlockText(block: Block): string {
	switch (block.type) {
		case 'paragraph':
		case 'subhead':
			return inlineText(block.html);
		case 'quote':
		case 'pullquote':
			return [inlineText(block.html), block.attribution].filter((line) => line !== '').join('\n');
		case 'list':
			return listLines(block).join('\n');
		case 'table':
			return block.rows.map((row) => row.map(inlineText).join('\t')).join('\n');
		case 'keyPoints':
		case 'image':
		case 'gallery':
		case 'embed':
		case 'divider':
			return '';
	}
}

function listLines(list: ListBody): string[] {
	return list.items.flatMap((item) => [inlineText(item.html), ...(item.children ? listLines(item.children) : [])]);
}
