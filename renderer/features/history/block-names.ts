import type { BlockType } from '#shared/model/block.ts';

/** What a block is called in the middle of a sentence. */
export const blockNames: Readonly<Record<BlockType, string>> = {
	paragraph: 'paragraph',
	subhead: 'subhead',
	keyPoints: 'key points box',
	quote: 'quote',
	pullquote: 'pull quote',
	list: 'list',
	image: 'picture',
	gallery: 'gallery',
	embed: 'embed',
	table: 'table',
	divider: 'divider',
};
