import type { Block } from '../../model/block.ts';
import { blockBeginning } from '../blocks/index.ts';
import { shorten } from '../excerpt.ts';
import { perBlock } from '../per-block.ts';

const longest = 48;

/** A block that a correction can be about, by how it begins. */
export interface Passage {
	readonly id: string;
	readonly label: string;
}

/** The blocks that a correction can be about. */
export function passagesOf(body: readonly Block[]): Passage[] {
	return body.flatMap((block) => passageOf(block) ?? []);
}

/** Whether two lists offer the same. */
export function samePassages(one: readonly Passage[], other: readonly Passage[]): boolean {
	const isSame = (option: Passage, index: number) =>
		option.id === other[index]?.id && option.label === other[index]?.label;
	return one.length === other.length && one.every(isSame);
}

const passageOf = perBlock((block): Passage | null => {
	const beginning = blockBeginning(block);
	return beginning.trim() === '' ? null : { id: block.id, label: shorten(beginning, longest) };
});
