import type { Snippet } from '#shared/contract/articles.ts';
import type { SearchTerm } from '#shared/text/search-query.ts';
import { numberAt } from '../store/connection.ts';
import { headlineQuestion, matchOf, type TextQuestion } from './full-text.ts';
import { pageOf } from './list-stories.ts';
import { makeSnippet } from './snippet.ts';
import { type Condition, type Conditions, joinConditions, withoutExcluded } from './story-conditions.ts';
import { conditionsOfOne, isRare, type Reader } from './story-source.ts';
import { hasWords, textsOf } from './story-words.ts';

/** The first stories of a search, best first: those whose headline has all the words, then the others. */
export function bestStories(reader: Reader, conditions: Conditions, limit: number): number[] {
	const { text } = conditions;
	const newest = (of: Conditions, most: number) => pageOf(reader, of, 'updated', null, most).map(({ n }) => n);
	if (text === null) return newest(conditions, limit);
	if (text.table === 'headlines') return newest(conditions, limit);
	const plain = [...conditions.plain, ...withoutExcluded(text.terms)];
	const inHeadlines = newest({ ...conditions, plain, text: headlineQuestion(text.terms) }, limit);
	if (inHeadlines.length >= limit) return inHeadlines;
	// All stories with such a headline are among those, so that no other has to be looked for.
	const others: Condition = {
		sql: 'story.n not in (select value from json_each(?))',
		parameters: [JSON.stringify(inHeadlines)],
	};
	const rest = { ...conditions, plain: [...conditions.plain, others] };
	const missing = limit - inHeadlines.length;
	const telling = isRare(reader, text) ? matchOf(text.terms.filter((term) => isTelling(reader, term))) : null;
	return [...inHeadlines, ...(telling === null ? newest(rest, missing) : ranked(reader, rest, text, telling, missing))];
}

/** How often a short word stands in a story says little, and so does how often one that is in very many stories does. */
function isTelling(reader: Reader, term: SearchTerm): boolean {
	if (term.isExcluded || !term.words.some((word) => word.length >= 4)) return false;
	const match = matchOf([term]);
	return match !== null && isRare(reader, { table: 'words', match }, reader.few * 5);
}

/** The stories with the words, those first in which the telling ones stand most often. */
function ranked(
	{ connection }: Reader,
	conditions: Conditions,
	text: TextQuestion,
	telling: string,
	limit: number,
): number[] {
	// With the plus the stories of the whole search are gathered once, not looked for one by one.
	const isFound: Condition = {
		sql: '+words.rowid in (select rowid from words where words match ?)',
		parameters: [text.match],
	};
	const rest = conditionsOfOne(conditions);
	// Where all of its words are telling, that finds them already.
	const where = joinConditions(telling === text.match ? rest : [isFound, ...rest]);
	return connection
		.rows(
			`select story.n from words cross join story on story.n = words.rowid
				where words match ? and ${where.sql}
				order by bm25(words, 0, 4, 1), story.updated desc, story.id desc limit ?`,
			[telling, ...where.parameters, limit],
		)
		.map((row) => numberAt(row, 0));
}

/** Where a search found these stories; null where it was in the headline. */
export function snippetsOf(
	{ connection }: Reader,
	stories: readonly { readonly n: number }[],
	text: TextQuestion | null,
): (Snippet | null)[] {
	if (text === null || text.table === 'headlines') return stories.map(() => null);
	return textsOf(connection, stories).map(([headline = '', standfirst = '', rest = '']) => {
		if (hasWords([headline], text.terms)) return null;
		return makeSnippet(standfirst, text.terms) ?? makeSnippet(rest, text.terms);
	});
}
