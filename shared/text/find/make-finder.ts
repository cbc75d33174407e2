import type { TextEdit } from '../text-edit.ts';
import type { FindQuery } from './find-query.ts';

/** Where something was found in a text, in UTF-16 units; `to` is behind it. */
export interface Found {
	readonly from: number;
	readonly to: number;
}

/** Finds what a query looks for; it takes a time in proportion to the text, whatever the query is. */
export interface Finder {
	find(text: string): readonly Found[];
	/** The edits that put `by` in the place of all that is found; in a pattern `$1` is its first group, `$&` all of it, `$$` a dollar. */
	replace(text: string, by: string): readonly TextEdit[];
}

/** The finder of a query, or what is wrong with it, as a sentence. */
export type MadeFinder = { readonly finder: Finder } | { readonly problem: string };

/** Makes the finder of a query. The engine for patterns is loaded with the first of them. */
export async function makeFinder(query: FindQuery): Promise<MadeFinder> {
	return query.isPattern ? patternFinder(query) : { finder: wordFinder(query) };
}

const letter = '[\\p{L}\\p{N}\\p{M}_]';

/** What is typed with a plain key finds what typography makes of it. */
const alike: readonly (readonly [string, string])[] = [
	["'", "['’‘]"],
	['"', '["“”„«»]'],
	[' ', '[ \\u00a0\\u202f]'],
	['-', '[-–—\\u2011]'],
];

function wordFinder({ text, matchCase, wholeWord }: FindQuery): Finder {
	let source = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	for (const [typed, signs] of alike) source = source.replaceAll(typed, signs);
	const whole = wholeWord ? `(?<!${letter})(?:${source})(?!${letter})` : source;
	const pattern = new RegExp(whole, matchCase ? 'gu' : 'giu');
	const find = (where: string) =>
		[...where.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
	return { find, replace: (where, by) => find(where).map((found) => ({ ...found, by })) };
}

async function patternFinder({ text, matchCase, wholeWord }: FindQuery): Promise<MadeFinder> {
	const { RE2JS, RE2JSSyntaxException } = await import('re2js');
	let pattern: ReturnType<typeof RE2JS.compile>;
	try {
		pattern = RE2JS.compile(text, matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
	} catch (error) {
		if (!(error instanceof RE2JSSyntaxException)) throw error;
		return { problem: `This is no regular expression: ${error.getDescription()}.` };
	}
	const replace = (where: string, by: string): TextEdit[] => {
		const edits: TextEdit[] = [];
		const matcher = pattern.matcher(where);
		while (matcher.find()) {
			const [from, to] = [matcher.start(), matcher.end()];
			if (from === to || (wholeWord && !isWhole(where, from, to))) continue;
			const put = by.replace(/\$(?:(\d)|([&$]))/g, (_, group: string | undefined, sign: string | undefined) => {
				if (sign === '$') return '$';
				const number = Number(group ?? 0);
				return number <= matcher.groupCount() ? (matcher.group(number) ?? '') : '';
			});
			edits.push({ from, to, by: put });
		}
		return edits;
	};
	return { finder: { find: (where) => replace(where, ''), replace } };
}

const isLetter = new RegExp(letter, 'u');

function isWhole(text: string, from: number, to: number): boolean {
	const before = [...text.slice(Math.max(0, from - 2), from)].at(-1) ?? '';
	const after = String.fromCodePoint(text.codePointAt(to) ?? 0);
	return !isLetter.test(before) && !isLetter.test(after);
}
