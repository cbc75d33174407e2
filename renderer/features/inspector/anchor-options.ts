import { shorten } from '#shared/document/excerpt.ts';
import { inlineText } from '#shared/document/inline-html.ts';
import type { Block } from '#shared/model/block.ts';

const longest = 48;

/** A block that a correction can be about, by how it begins. */
export interface AnchorOption {
	readonly id: string;
	readonly label: string;
}

/** Blocks never change, so each is read once. */
const options = new WeakMap<Block, AnchorOption | null>();

/** The blocks that a correction can be about. */
export function anchorOptions(body: readonly Block[]): AnchorOption[] {
	return body.flatMap((block) => optionOf(block) ?? []);
}

/** Whether two lists offer the same. */
export function sameOptions(one: readonly AnchorOption[], other: readonly AnchorOption[]): boolean {
	const isSame = (option: AnchorOption, index: number) =>
		option.id === other[index]?.id && option.label === other[index]?.label;
	return one.length === other.length && one.every(isSame);
}

function optionOf(block: Block): AnchorOption | null {
	const known = options.get(block);
	if (known !== undefined) return known;
	const label = beginning(block);
	const option = label === null ? null : { id: block.id, label };
	options.set(block, option);
	return option;
}

function beginning(block: Block): string | null {
	switch (block.type) {
		case 'paragraph':
		case 'subhead':
		case 'quote':
		case 'pullquote':
			return cut(inlineText(block.html));
		case 'list':
			return cut(inlineText(block.items[0]?.html ?? ''));
		case 'table':
			return cut(block.caption || 'Table');
		case 'image':
			return cut(block.caption || block.alt || 'Picture');
		case 'gallery':
			return cut(block.caption || 'Gallery');
		case 'embed':
			return cut(block.title || block.url);
		case 'keyPoints':
			return 'Key points';
		case 'divider':
			return null;
	}
}

function cut(text: string): string | null {
	return text.trim() === '' ? null : shorten(text, longest);
}
