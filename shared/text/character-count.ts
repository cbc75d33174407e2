/** How many characters a text has, counted as Unicode code points: an emoji of one code point is one. */
export function countCharacters(text: string): number {
	let count = 0;
	for (const _ of text) count += 1;
	return count;
}
