import type { BlockType } from '#shared/model/block.ts';

/** What the blocks of a body are called. */
export const blockNames: Readonly<Record<BlockType, string>> = {
	paragraph: 'Paragraph',
	subhead: 'Subhead',
	keyPoints: 'Key points',
	quote: 'Quote',
	pullquote: 'Pull quote',
	list: 'List',
	image: 'Picture',
	gallery: 'Gallery',
	embed: 'Embed',
	table: 'Table',
	divider: 'Divider',
};
