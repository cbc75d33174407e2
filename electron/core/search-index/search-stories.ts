import type { Snippet } from '#shared/contract/articles.ts';
import { numberAt } from './connection.ts';
import type { TextQuestion } from './full-text.ts';
import { pageOf } from './list-stories.ts';
import { makeSnippet } from './snippet.ts';
import { type Condition, type Conditions, joinConditions } from './story-conditions.ts';
import { conditionsOfOne, isRare, type Reader } from './story-source.ts';
import { hasWords, textsOf } from './story-words.ts';

/** The first stories of a search, best first: those whose headline has all the words, then the others. */
export function bestStories(reader: Reader, conditions: Conditions, limit: number): number[] {
	const { text } = conditions;
	const newest = (of: Conditions, most: number) => pageOf(reader, of, 'updated', null, most).map(({ n }) => n);
	if (text === null) return newest(conditions, limit);
	const heads = newest({ ...conditions, text: { ...text, table: 'heads' } }, limit);
	if (heads.length >= limit || text.table === 'heads') return heads;
	// All stories with such a headline are among those, so that no other has to be looked for.
	const others: Condition = {
		sql: 'story.n not in (select value from json_each(?))',
		parameters: [JSON.stringify(heads)],
	};
	const rest = { ...conditions, plain: [...conditions.plain, others] };
	const missing = limit - heads.length;
	return [...heads, ...(isRanked(reader, text) ? ranked(reader, rest, text, missing) : newest(rest, missing))];
}

/** Below four letters, and in words that are in many stories, how often they stand there says little. */
function isRanked(reader: Reader, text: TextQuestion): boolean {
	const isLong = text.terms.some(({ words, isExcluded }) => !isExcluded && words.some((word) => word.length >= 4));
	return isLong && isRare(reader, text);
}

function ranked(reader: Reader, conditions: Conditions, text: TextQuestion, limit: number): number[] {
	const where = joinConditions(conditionsOfOne(conditions));
	return reader.connection
		.rows(
			`select story.n from words cross join story on story.n = words.rowid
				where words match ? and ${where.sql}
				order by bm25(words, 0, 4, 1), story.updated desc, story.id desc limit ?`,
			[text.match, ...where.parameters, limit],
		)
		.map((row) => numberAt(row, 0));
}

/** Where a search found these stories; null where it was in the headline. */
export function snippetsOf(
	{ connection }: Reader,
	stories: readonly { readonly n: number }[],
	text: TextQuestion | null,
): (Snippet | null)[] {
	if (text === null || text.table === 'heads') return stories.map(() => null);
	return textsOf(connection, stories).map(([headline = '', standfirst = '', rest = '']) => {
		if (hasWords([headline], text.terms)) return null;
		return makeSnippet(standfirst, text.terms) ?? makeSnippet(rest, text.terms);
	});
}
