import type { ArticleSort, ArticleSummary } from '#shared/contract/articles.ts';
import { numberAt, readJson, textAt } from './connection.ts';
import { type Condition, type Conditions, joinConditions } from './story-conditions.ts';
import { isRare, type Reader, sourceOf } from './story-source.ts';
import { hasWords, textsOf } from './story-words.ts';

/** An order that stories are kept in; `best` depends on a search and is none. */
export type KeptOrder = Exclude<ArticleSort, 'best'>;

/** A story of a page with its place in the order. */
export interface PlacedStory {
	readonly n: number;
	readonly id: string;
	readonly key: string | number;
}

const idLength = 26;
/** How many stories are looked at in one step of a walk, and of how many at least one must have the words. */
const stepOfWalk = 48;
const worthWalking = 5;

/** The stories behind a cursor that the conditions find, in an order. */
export function pageOf(
	reader: Reader,
	conditions: Conditions,
	order: KeptOrder,
	cursor: string | null,
	limit: number,
	offset = 0,
): PlacedStory[] {
	const { text } = conditions;
	// Words that are nearly everywhere are found sooner in the stories that come next than by gathering all they are in.
	if (text?.table === 'words' && offset === 0 && !isRare(reader, text)) {
		const walked = walk(reader, conditions, order, cursor, limit);
		if (walked !== null) return walked;
	}
	const behind = cursor === null ? [] : [behindCursor(order, cursor)];
	const source = sourceOf(reader, conditions, `story_${order}`);
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

/** Looks at one story after the other for the words; null when too few have them. */
function walk(
	reader: Reader,
	conditions: Conditions,
	order: KeptOrder,
	cursor: string | null,
	limit: number,
): PlacedStory[] | null {
	const found: PlacedStory[] = [];
	const terms = conditions.text?.terms ?? [];
	let seen = 0;
	let place = cursor;
	while (found.length < limit) {
		if (found.length * worthWalking < seen) return null;
		const next = pageOf(reader, { ...conditions, text: null }, order, place, stepOfWalk);
		const texts = textsOf(reader.connection, next);
		found.push(...next.filter((_, at) => hasWords(texts[at] ?? [], terms)));
		const last = next.at(-1);
		if (last === undefined || next.length < stepOfWalk) break;
		place = cursorBehind(last);
		seen += next.length;
	}
	return found.slice(0, limit);
}

/** How many stories the conditions find. */
export function totalOf(reader: Reader, conditions: Conditions): number {
	const { text, plain, owned, mixes } = conditions;
	if (text !== null && plain.length + owned.length === 0 && mixes === null) {
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
	const id = cursor.slice(0, idLength);
	const key = cursor.slice(idLength);
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
		['wide.summary', 'story.own + story.gone + mix.missing'],
		`from json_each(?) as asked
			cross join wide on wide.n = asked.value
			cross join story on story.n = wide.n
			cross join mix on mix.mix = story.mix
			order by asked.key`,
		[JSON.stringify(stories.map(({ n }) => n))],
	);
	return rows.map((row) => {
		// We wrote it ourselves, into a database that is thrown away when its form changes.
		const summary = readJson(textAt(row, 0)) as ArticleSummary;
		return { ...summary, errors: numberAt(row, 1) };
	});
}
