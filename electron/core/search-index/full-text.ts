import type { SearchTerm } from '#shared/document/search-query.ts';

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
