import type { SearchTerm } from '#shared/text/search-query.ts';
import { searchText } from '#shared/text/search-text.ts';
import { type Connection, numberAt, textAt } from '../store/connection.ts';

/** The headline, the standfirst and the other words of these stories, in their order. */
export function textsOf(connection: Connection, stories: readonly { readonly n: number }[]): string[][] {
	const rows = connection.texts(
		['body.n', 'body.headline', 'body.standfirst', 'body.rest'],
		`from json_each(?) as asked
			cross join body on body.n = asked.value`,
		[JSON.stringify(stories.map(({ n }) => n))],
	);
	const texts = new Map(rows.map((row) => [numberAt(row, 0), [textAt(row, 1), textAt(row, 2), textAt(row, 3)]]));
	return stories.map(({ n }) => texts.get(n) ?? []);
}

/** Whether texts have the words of a search, and none that must not be there. */
export function hasWords(texts: readonly string[], terms: readonly SearchTerm[]): boolean {
	const found = new Set(termsIn(texts, terms));
	return terms.every((term) => found.has(term) !== term.isExcluded);
}

/** Those terms that texts have, as the full text finds them. */
export function termsIn(texts: readonly string[], terms: readonly SearchTerm[]): SearchTerm[] {
	// A phrase does not go on from one text to the next.
	const folded = texts.map((text) => ` ${searchText(text)} `).join('\n');
	return terms.filter(({ words, isPrefix }) => folded.includes(` ${words.join(' ')}${isPrefix ? '' : ' '}`));
}
