import type { SearchTerm } from '#shared/text/search-query.ts';

/** A table of the full text: headlines alone, or all words. */
export type TextTable = 'headlines' | 'words';

/** What a search looks for, and where. */
export interface TextQuestion {
	readonly table: TextTable;
	readonly terms: readonly SearchTerm[];
	/** In the language of FTS5. */
	readonly match: string;
}

/**
 * What to look for in the full text; null when no word must be there. A single letter that is still being typed begins a
 * word of nearly every story: behind other words it is left out, and alone it is looked for in headlines.
 */
export function textQuestion(terms: readonly SearchTerm[]): TextQuestion | null {
	const finished = terms.flatMap(withoutLetter);
	const hasWord = finished.some(({ isExcluded }) => !isExcluded);
	const asked = hasWord ? finished : terms;
	if (!hasWord) return headlineQuestion(asked);
	const match = matchOf(asked);
	return match === null ? null : { table: 'words', terms: asked, match };
}

/**
 * The same words looked for in headlines alone. What must not be there must be nowhere in the story, which headlines do
 * not tell: see `excludedOf`.
 */
export function headlineQuestion(terms: readonly SearchTerm[]): TextQuestion | null {
	const match = matchOf(terms.filter(({ isExcluded }) => !isExcluded));
	return match === null ? null : { table: 'headlines', terms, match };
}

function withoutLetter(term: SearchTerm): SearchTerm[] {
	const last = term.words.at(-1) ?? '';
	if (!term.isPrefix || [...last].length > 1) return [term];
	const words = term.words.slice(0, -1);
	return words.length === 0 ? [] : [{ ...term, words, isPrefix: false }];
}

/**
 * The terms in the language of FTS5. Words are letters, digits and marks only and always stand in quotes, so that nothing
 * the editor typed is syntax. Null when no word must be there.
 */
export function matchOf(terms: readonly SearchTerm[]): string | null {
	const wanted = terms.filter(({ isExcluded }) => !isExcluded).map(phraseOf);
	if (wanted.length === 0) return null;
	const excluded = excludedOf(terms);
	return excluded === null ? wanted.join(' AND ') : `(${wanted.join(' AND ')}) NOT (${excluded})`;
}

/** The words that must not be there, any of them; null when there are none. */
export function excludedOf(terms: readonly SearchTerm[]): string | null {
	const excluded = terms.filter(({ isExcluded }) => isExcluded).map(phraseOf);
	return excluded.length === 0 ? null : excluded.join(' OR ');
}

function phraseOf({ words, isPrefix }: SearchTerm): string {
	return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}
