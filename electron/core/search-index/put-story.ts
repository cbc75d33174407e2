import { indexText, searchText } from '#shared/document/search-text.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { IndexedStory } from '../article-index.ts';
import { type Connection, numberAt, readJson, textAt, type Value } from './connection.ts';
import { never, statusOrder } from './schema.ts';
import type { Facets } from './story-facets.ts';
import type { Mixes } from './story-mix.ts';

/** What stories are written with. */
export interface Writer {
	readonly connection: Connection;
	readonly mixes: Mixes;
	readonly facets: Facets;
}

/** As many letters of a headline as lists are sorted by. */
const sortedLetters = 60;

/** Puts a story in, or what it now is in place of what it was. */
export function putStory(writer: Writer, story: IndexedStory, mark: string): void {
	const { connection, mixes, facets } = writer;
	const { summary } = story;
	const known = connection.row('select n from story where id = ?', [summary.id]);
	if (known === null) settleLinksTo(connection, summary.id, -1);
	else takeOut(writer, numberAt(known, 0));

	const others = story.links.filter((id) => id !== summary.id);
	const gone = others.length === 0 ? 0 : countGone(connection, others);
	const { mix, missing } = mixes.of(summary.categories);
	const n = insertStory(connection, known === null ? null : numberAt(known, 0), story, { gone, mix, missing });
	for (const [target, times] of countTimes(story.links))
		connection.run('insert into link (target, n, times) values (?, ?, ?)', [target, n, times]);
	const owned = facets.of(summary);
	facets.count(owned, 1);
	for (const facet of owned) connection.run('insert into owner (facet, n) values (?, ?)', [facet, n]);
	connection.run('insert into file (n, path, id, slug, revision, mark) values (?, ?, ?, ?, ?, ?)', [
		n,
		summary.path,
		summary.id,
		summary.slug,
		story.revision,
		mark,
	]);
	connection.run('insert into wide (n, summary, linked, links, facets) values (?, ?, ?, ?, ?)', [
		n,
		JSON.stringify(summary),
		JSON.stringify(story.linked),
		JSON.stringify(story.links),
		JSON.stringify(owned),
	]);
	insertWords(connection, n, story.words);
}

/** Takes a story out; one that is not there changes nothing. */
export function removeStory(writer: Writer, id: ArticleId): void {
	const known = writer.connection.row('select n from story where id = ?', [id]);
	if (known === null) return;
	takeOut(writer, numberAt(known, 0));
	settleLinksTo(writer.connection, id, 1);
}

function insertStory(
	connection: Connection,
	n: number | null,
	{ summary, words }: IndexedStory,
	{ gone, mix, missing }: { gone: number; mix: number; missing: number },
): number {
	const { dates } = summary;
	const values: Value[] = [
		n,
		summary.id,
		statusOrder.indexOf(summary.status),
		summary.trending ? 1 : 0,
		summary.errors + gone + missing > 0 ? 1 : 0,
		summary.language.toLowerCase(),
		mix,
		momentOf(dates.updated),
		momentOf(dates.published),
		momentOf(dates.scheduled),
		momentOf(dates.published ?? dates.updated),
		searchText(words.headline).slice(0, sortedLetters),
		summary.errors,
		gone,
	];
	return connection.run(
		`insert into story (
			n, id, status, trending, flawed, language, mix, updated, published, scheduled, shown_date, headline, own, gone
		) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		values,
	);
}

function insertWords(connection: Connection, n: number, words: IndexedStory['words']): void {
	const headline = indexText(words.headline);
	connection.run('insert into heads (rowid, headline) values (?, ?)', [n, headline]);
	connection.run('insert into words (rowid, headline, standfirst, rest) values (?, ?, ?, ?)', [
		n,
		headline,
		indexText(words.standfirst),
		indexText(words.rest),
	]);
	// The database ends a text at a zero.
	connection.run('insert into body (n, standfirst, rest, headline) values (?, ?, ?, ?)', [
		n,
		words.standfirst.replaceAll('\0', ' '),
		words.rest.replaceAll('\0', ' '),
		words.headline.replaceAll('\0', ' '),
	]);
}

function takeOut({ connection, facets }: Writer, n: number): void {
	const wide = connection.texts(['links', 'facets'], 'from wide where n = ?', [n])[0] ?? null;
	connection.run('delete from link where target in (select value from json_each(?)) and n = ?', [textAt(wide, 0), n]);
	const owned = numbersOf(textAt(wide, 1));
	facets.count(owned, -1);
	for (const facet of owned) connection.run('delete from owner where facet = ? and n = ?', [facet, n]);
	for (const table of ['story', 'file', 'wide', 'body']) connection.run(`delete from ${table} where n = ?`, [n]);
	for (const table of ['heads', 'words']) connection.run(`delete from ${table} where rowid = ?`, [n]);
}

/** Sets right the errors of the stories that link to one which comes (-1) or goes (1). */
function settleLinksTo(connection: Connection, id: ArticleId, change: 1 | -1): void {
	const linking = connection.rows(
		`select story.n, story.own, story.gone, story.flawed, link.times, mix.missing
			from link cross join story on story.n = link.n cross join mix on mix.mix = story.mix where link.target = ?`,
		[id],
	);
	for (const row of linking) {
		const [n, own, before, flawed, times, missing] = [0, 1, 2, 3, 4, 5].map((column) => numberAt(row, column));
		// One row at a time: a statement that changes many has the full text write down all it gathered, each time.
		const gone = (before ?? 0) + change * (times ?? 0);
		connection.run('update story set gone = ? where n = ?', [gone, n ?? 0]);
		const isFlawed = (own ?? 0) + gone + (missing ?? 0) > 0 ? 1 : 0;
		// Apart from the above, for `flawed` stands in many indexes and seldom changes.
		if (isFlawed !== flawed) connection.run('update story set flawed = ? where n = ?', [isFlawed, n ?? 0]);
	}
}

function countGone(connection: Connection, links: readonly ArticleId[]): number {
	const row = connection.row(
		'select count(*) from json_each(?) as link where not exists (select 1 from story where id = link.value)',
		[JSON.stringify(links)],
	);
	return numberAt(row, 0);
}

function countTimes(links: readonly ArticleId[]): Map<ArticleId, number> {
	const times = new Map<ArticleId, number>();
	for (const id of links) times.set(id, (times.get(id) ?? 0) + 1);
	return times;
}

function momentOf(moment: string | null): number {
	const time = moment === null ? Number.NaN : Date.parse(moment);
	return Number.isNaN(time) ? never : time;
}

function numbersOf(json: string): number[] {
	const values = readJson(json);
	return Array.isArray(values) ? values.filter((value): value is number => typeof value === 'number') : [];
}
