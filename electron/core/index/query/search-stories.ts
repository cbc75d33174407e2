import type { Snippet } from '#shared/contract/articles.ts';
import type { SearchTerm } from '#shared/text/search-query.ts';
import { numberAt } from '../store/connection.ts';
import { headlineQuestion, matchOf, type TextQuestion } from './full-text.ts';
import { pageOf } from './list-stories.ts';
import { makeSnippet } from './snippet.ts';
import { type Condition, type Conditions, joinConditions, withoutExcluded } from './story-conditions.ts';
import { conditionsOfOne, foundBy, type Reader } from './story-source.ts';
import { hasWords, textsOf } from './story-words.ts';

/**
 * The first stories of a search, best first: those whose headline has all the words, then the others. Those come first in
 * which telling words stand most often, where the search finds few and has such words; and else the newest.
 */
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
	const found = foundBy(reader, text);
	const telling = found.length <= reader.few ? tellingOf(reader, text.terms) : null;
	return [
		...inHeadlines,
		...(telling === null ? newest(rest, missing) : ranked(reader, rest, found, telling, missing)),
	];
}

/** The words of which it tells something how often they stand in a story; null when it tells nothing of any. */
function tellingOf(reader: Reader, terms: readonly SearchTerm[]): string | null {
	const wanted = terms.filter(({ isExcluded }) => !isExcluded);
	// What is alone is in few stories, or they would not be ranked.
	return matchOf(wanted.filter((term) => isLong(term) && (wanted.length === 1 || isUnusual(reader, term))));
}

/** How often a short word stands in a story says little, and so does how often several stand in a row. */
function isLong({ words: [word = '', ...others] }: SearchTerm): boolean {
	return others.length === 0 && word.length >= 4;
}

/** So does how often one that is in very many stories does. */
function isUnusual({ connection, few }: Reader, term: SearchTerm): boolean {
	const most = few * 5;
	const stories = 'select count(*) from (select 1 from words where words match ? limit ?)';
	return numberAt(connection.row(stories, [matchOf([term]), most + 1]), 0) <= most;
}

/** These stories, those first in which the telling words stand most often. */
function ranked(
	{ connection }: Reader,
	conditions: Conditions,
	found: readonly number[],
	telling: string,
	limit: number,
): number[] {
	const where = joinConditions(conditionsOfOne(conditions));
	// With the plus they are not looked for one by one.
	return connection
		.rows(
			`select story.n from words cross join story on story.n = words.rowid
				where words match ? and +words.rowid in (select value from json_each(?)) and ${where.sql}
				order by bm25(words, 0, 4, 1), story.updated desc, story.id desc limit ?`,
			[telling, JSON.stringify(found), ...where.parameters, limit],
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
