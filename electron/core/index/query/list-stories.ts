import type { ArticleSort, ArticleSummary } from '#shared/contract/articles.ts';
import { articleIdLength } from '#shared/model/article.ts';
import { numberAt, readJson, textAt } from '../store/connection.ts';
import { type Condition, type Conditions, joinConditions } from './story-conditions.ts';
import { type Reader, sourceOf } from './story-source.ts';

/** An order that stories are kept in; `best` depends on a search and is none. */
export type KeptOrder = Exclude<ArticleSort, 'best'>;

/** A story of a page with its place in the order. */
export interface PlacedStory {
	readonly n: number;
	readonly id: string;
	readonly key: string | number;
}

/** The stories behind a cursor that the conditions find, in an order. */
export function pageOf(
	reader: Reader,
	conditions: Conditions,
	order: KeptOrder,
	cursor: string | null,
	limit: number,
	offset = 0,
): PlacedStory[] {
	const source = sourceOf(reader, conditions, `story_${order}`);
	const behind = cursor === null ? [] : [behindCursor(order, cursor)];
	const where = joinConditions([...source.conditions, ...behind]);
	const direction = order === 'headline' ? 'asc' : 'desc';
	const rows = reader.connection.texts(
		['story.n', 'story.id', `story.${order}`],
		`from ${source.sql} where ${where.sql}
			order by story.${order} ${direction}, story.id ${direction} limit ? offset ?`,
		[...source.parameters, ...where.parameters, limit, offset],
	);
	return rows.map((row) => ({ n: numberAt(row, 0), id: textAt(row, 1), key: row[2] ?? 0 }));
}

/** How many stories the conditions find. */
export function totalOf(reader: Reader, conditions: Conditions): number {
	const { text, plain, owned, categorySets } = conditions;
	if (text !== null && plain.length + owned.length === 0 && categorySets === null) {
		const row = reader.connection.row(`select count(*) from ${text.table} where ${text.table} match ?`, [text.match]);
		return numberAt(row, 0);
	}
	const source = sourceOf(reader, conditions, 'story_updated');
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
	const id = cursor.slice(0, articleIdLength);
	const key = cursor.slice(articleIdLength);
	if (order === 'headline') return { sql: '(story.headline, story.id) > (?, ?)', parameters: [key, id] };
	// What is no moment is no cursor of this order; nothing comes behind it.
	const moment = Number(key === '' ? Number.NaN : key);
	return {
		sql: `(story.${order}, story.id) < (?, ?)`,
		parameters: [Number.isNaN(moment) ? null : moment, id],
	};
}

/** What lists show of these stories, in their order. */
export function summariesOf({ connection }: Reader, stories: readonly { readonly n: number }[]): ArticleSummary[] {
	const rows = connection.texts(
		['details.summary', 'story.own + story.gone + category_set.missing'],
		`from json_each(?) as asked
			cross join details on details.n = asked.value
			cross join story on story.n = details.n
			cross join category_set on category_set.n = story.category_set
			order by asked.key`,
		[JSON.stringify(stories.map(({ n }) => n))],
	);
	return rows.map((row) => {
		// We wrote it ourselves, into a database that is thrown away when its form changes.
		const summary = readJson(textAt(row, 0)) as ArticleSummary;
		return { ...summary, errors: numberAt(row, 1) };
	});
}
