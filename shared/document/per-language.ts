import type { Block } from '../model/block.ts';

/** Makes something of each block once for as long as its story's language stays the same, which is nearly always. */
export function perLanguage<Made>(
	make: (block: Block, language: string) => Made,
): (block: Block, language: string) => Made {
	const made = new WeakMap<Block, { readonly language: string; readonly value: Made }>();
	return (block, language) => {
		let known = made.get(block);
		if (known === undefined || known.language !== language) {
			known = { language, value: make(block, language) };
			made.set(block, known);
		}
		return known.value;
	};
}
