import { blockBeginning } from '#shared/document/blocks/index.ts';
import { shorten } from '#shared/document/excerpt.ts';
import { perBlock } from '#shared/document/per-block.ts';
import type { Block } from '#shared/model/block.ts';

const longest = 48;

/** A block that a correction can be about, by how it begins. */
export interface AnchorOption {
	readonly id: string;
	readonly label: string;
}

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

const optionOf = perBlock((block): AnchorOption | null => {
	const beginning = blockBeginning(block);
	return beginning.trim() === '' ? null : { id: block.id, label: shorten(beginning, longest) };
});
