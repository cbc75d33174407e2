import { z } from 'zod';

/** A word as the newsroom's word list holds it: composed letters, and the apostrophe of the keyboard. */
export const ListedWord = z
	.string()
	.overwrite((word) => word.trim().normalize('NFC').replaceAll('’', "'"))
	.regex(/^[^\s#][^\s]*$/u, { error: 'must be one word' })
	.max(100);
export type ListedWord = z.infer<typeof ListedWord>;

/** `words.txt`: words that the newsroom spells as it does, in every language; one a line. */
export interface WordList {
	readonly words: readonly ListedWord[];
	/** Why its file cannot be read, as a sentence; null when it can. */
	readonly problem: string | null;
}

/** The words in the text of a list. Empty lines, and those that begin with #, are for people. */
export function readWords(text: string): ListedWord[] {
	const words = text.split('\n').flatMap((line) => {
		const word = ListedWord.safeParse(line);
		return word.success ? [word.data] : [];
	});
	return [...new Set(words)];
}

/** The text of a list with words added and removed: every other line stays, and a new word goes to its place in the alphabet. */
export function changeWords(text: string, add: readonly ListedWord[], remove: readonly ListedWord[]): string {
	const wordOf = (line: string) => ListedWord.safeParse(line).data ?? null;
	const gone = new Set(remove);
	const lines = text.split('\n').filter((line) => !gone.has(wordOf(line) ?? ''));
	while (lines.at(-1)?.trim() === '') lines.pop();
	const there = new Set(lines.map(wordOf));
	for (const word of new Set(add)) {
		if (there.has(word)) continue;
		const next = lines.findIndex((line) => {
			const other = wordOf(line);
			return other !== null && order.compare(other, word) > 0;
		});
		lines.splice(next < 0 ? lines.length : next, 0, word);
	}
	return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** The same on every computer. */
const order = new Intl.Collator('en');
