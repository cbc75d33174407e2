import type { ArticleSort, ArticleSummary } from '#shared/contract/articles.ts';
import { type Connection, numberAt, textAt, type Value } from './connection.ts';
import { excludedOf, matchOf } from './full-text.ts';
import { type Condition, type Conditions, isOwned, joinConditions } from './story-conditions.ts';
import type { Facets } from './story-facets.ts';

/** An order that stories are kept in; `best` depends on a search and is none. */
export type KeptOrder = Exclude<ArticleSort, 'best'>;

/** What questions are asked with. */
export interface Reader {
	readonly connection: Connection;
	readonly facets: Facets;
}

/** A story of a page with its place in the order. */
export interface PlacedStory {
	readonly n: number;
	readonly id: string;
	readonly key: string | number;
}

/** Above so many stories it is quicker to walk through the order and to look at each. */
const fewStories = 6000;
const idLength = 26;

/** The stories behind a cursor that the conditions find, in an order. */
export function pageOf(
	reader: Reader,
	conditions: Conditions,
	order: KeptOrder,
	cursor: string | null,
	limit: number,
	offset = 0,
): PlacedStory[] {
	const behind = cursor === null ? [] : [behindCursor(order, cursor)];
	const source = sourceOf(reader, conditions, `indexed by story_${order}`);
	const where = joinConditions([...source.conditions, ...behind]);
	const direction = order === 'headline' ? 'asc' : 'desc';
	const rows = reader.connection.rows(
		`select story.n, story.id, story.${order} from ${source.sql} where ${where.sql}
			order by story.${order} ${direction}, story.id ${direction} limit ? offset ?`,
		[...source.parameters, ...where.parameters, limit, offset],
	);
	return rows.map((row) => ({ n: numberAt(row, 0), id: textAt(row, 1), key: row[2] ?? 0 }));
}

/** How many stories the conditions find. */
export function totalOf(reader: Reader, conditions: Conditions): number {
	const source = sourceOf(reader, conditions, 'indexed by story_updated');
	const where = joinConditions(source.conditions);
	const row = reader.connection.row(`select count(*) from ${source.sql} where ${where.sql}`, [
		...source.parameters,
		...where.parameters,
	]);
	return numberAt(row, 0);
}

/** The cursor of the page behind a story. */
export function cursorBehind({ id, key }: PlacedStory): string {
	return `${id}${key}`;
}

function behindCursor(order: KeptOrder, cursor: string): Condition {
	const id = cursor.slice(0, idLength);
	const key = cursor.slice(idLength);
	if (order === 'headline') return { sql: '(story.headline, story.id) > (?, ?)', parameters: [key, id] };
	// What is no moment is no cursor of this order; nothing comes behind it.
	return { sql: `(story.${order}, story.id) < (?, ?)`, parameters: [key === '' ? null : Number(key), id] };
}

/** Where the stories come from: the rarest of what is asked for, or all of them in an order. */
export function sourceOf(
	{ connection, facets }: Reader,
	conditions: Conditions,
	inOrder: string,
): { sql: string; parameters: Value[]; conditions: Condition[] } {
	const owned = conditions.owned
		.map((numbers) => ({ numbers, stories: facets.atMost(numbers) }))
		.sort((a, b) => a.stories - b.stories);
	const rarest = owned[0];
	const others: Condition[] = [...conditions.plain, ...textConditions(conditions)];
	const { mixes } = conditions;
	const inMixes: Condition | null =
		mixes === null
			? null
			: { sql: 'story.mix in (select value from json_each(?))', parameters: [JSON.stringify(mixes)] };
	if (rarest !== undefined && rarest.stories <= fewStories) {
		return {
			sql: `(select distinct n from owner where facet in (select value from json_each(?))) as rare
				cross join story on story.n = rare.n`,
			parameters: [JSON.stringify(rarest.numbers)],
			conditions: [...others, ...owned.slice(1).map(({ numbers }) => isOwned(numbers)), ...(inMixes ? [inMixes] : [])],
		};
	}
	const rest = [...others, ...owned.map(({ numbers }) => isOwned(numbers))];
	if (inMixes !== null && storiesOf(connection, inMixes) <= fewStories)
		return { sql: 'story indexed by story_mix', parameters: [], conditions: [inMixes, ...rest] };
	return { sql: `story ${inOrder}`, parameters: [], conditions: inMixes ? [...rest, inMixes] : rest };
}

function storiesOf(connection: Connection, inMixes: Condition): number {
	return numberAt(
		connection.row(
			`select count(*) from (select 1 from story indexed by story_mix where ${inMixes.sql} limit ${fewStories + 1})`,
			inMixes.parameters,
		),
		0,
	);
}

function textConditions({ terms }: Conditions): Condition[] {
	const match = matchOf(terms);
	if (match !== null) return [{ sql: 'story.n in (select rowid from words where words match ?)', parameters: [match] }];
	const excluded = excludedOf(terms);
	if (excluded === null) return [];
	return [{ sql: 'story.n not in (select rowid from words where words match ?)', parameters: [excluded] }];
}

/** What lists show of these stories, in their order. */
export function summariesOf({ connection }: Reader, stories: readonly { readonly n: number }[]): ArticleSummary[] {
	const rows = connection.rows(
		`select wide.summary, story.own + story.gone + mix.missing
			from json_each(?) as asked
			cross join wide on wide.n = asked.value
			cross join story on story.n = wide.n
			cross join mix on mix.mix = story.mix
			order by asked.key`,
		[JSON.stringify(stories.map(({ n }) => n))],
	);
	return rows.map((row) => {
		// We wrote it ourselves, into a database that is thrown away when its form changes.
		const summary = JSON.parse(textAt(row, 0)) as ArticleSummary;
		return { ...summary, errors: numberAt(row, 1) };
	});
}
