import type { Block } from '../model/block.ts';

/** Makes something of each block once: blocks never change, so a keystroke costs one of them and not the story. */
export function perBlock<Made>(make: (block: Block) => Made): (block: Block) => Made {
	const made = new WeakMap<Block, { readonly value: Made }>();
	return (block) => {
		let known = made.get(block);
		if (known === undefined) {
			known = { value: make(block) };
			made.set(block, known);
		}
		return known.value;
	};
}
