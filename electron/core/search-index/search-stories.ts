import type { Snippet } from '#shared/contract/articles.ts';
import type { SearchTerm } from '#shared/document/search-query.ts';
import { numberAt, textAt } from './connection.ts';
import { matchOf } from './full-text.ts';
import { pageOf, type Reader } from './list-stories.ts';
import { makeSnippet } from './snippet.ts';
import { type Conditions, isOwned, joinConditions } from './story-conditions.ts';

/** The first stories of a search, best first: those whose headline has all the words, then the others. */
export function bestStories(reader: Reader, conditions: Conditions, limit: number): number[] {
	const { connection } = reader;
	const match = matchOf(conditions.terms);
	if (match === null) return pageOf(reader, conditions, 'updated', null, limit).map(({ n }) => n);
	const mixes =
		conditions.mixes === null
			? []
			: [{ sql: 'story.mix in (select value from json_each(?))', parameters: [JSON.stringify(conditions.mixes)] }];
	const where = joinConditions([...conditions.plain, ...conditions.owned.map(isOwned), ...mixes]);
	const find = (table: 'heads' | 'words', order: string, besides: string) =>
		connection
			.rows(
				`select story.n from ${table} cross join story on story.n = ${table}.rowid
					where ${table} match ? and ${where.sql} ${besides} order by ${order} story.updated desc, story.id desc limit ?`,
				besides === '' ? [match, ...where.parameters, limit] : [match, ...where.parameters, match, limit],
			)
			.map((row) => numberAt(row, 0));
	const heads = find('heads', '', '');
	if (heads.length >= limit) return heads;
	const rank = isRanked(conditions.terms) ? 'bm25(words, 0, 4, 1),' : '';
	const rest = find('words', rank, 'and story.n not in (select rowid from heads where heads match ?)');
	return [...heads, ...rest].slice(0, limit);
}

/** Below four letters nearly everything is found, and how often says little. */
function isRanked(terms: readonly SearchTerm[]): boolean {
	return terms.some(({ words, isExcluded }) => !isExcluded && words.some((word) => word.length >= 4));
}

/** Where a search found these stories; null where it was in the headline. */
export function snippetsOf(
	{ connection }: Reader,
	stories: readonly { readonly n: number }[],
	terms: readonly SearchTerm[],
): (Snippet | null)[] {
	const match = matchOf(terms);
	if (match === null) return stories.map(() => null);
	const asked = JSON.stringify(stories.map(({ n }) => n));
	const inHeadline = new Set(
		connection
			.rows('select rowid from heads where heads match ? and rowid in (select value from json_each(?))', [match, asked])
			.map((row) => numberAt(row, 0)),
	);
	return stories.map(({ n }) => {
		if (inHeadline.has(n)) return null;
		const body = connection.row('select standfirst, rest from body where n = ?', [n]);
		return makeSnippet(textAt(body, 0), terms) ?? makeSnippet(textAt(body, 1), terms);
	});
}
