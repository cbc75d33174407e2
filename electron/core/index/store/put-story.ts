import type { ArticleId } from '#shared/model/article.ts';
import type { CategorySets } from './category-sets.ts';
import { type Connection, numberAt, readJson, textAt } from './connection.ts';
import { never } from './schema.ts';
import type { StoryEntry } from './story-entry.ts';
import type { Facets } from './story-facets.ts';

/** What stories are written with. */
export interface Writer {
	readonly connection: Connection;
	readonly categorySets: CategorySets;
	readonly facets: Facets;
}

/**
 * Puts a story in, or what it now is in place of what it was. Each statement changes one row and none has an `on conflict`:
 * any other statement has the full text write down all that it gathered in the transaction.
 */
export function putStory(writer: Writer, entry: StoryEntry, mark: string): void {
	const { connection, categorySets, facets } = writer;
	const links = JSON.stringify(entry.links);
	const present = connection.row('select n from story where id = ?', [entry.id]);
	const before = present === null ? null : numberAt(present, 0);
	if (before !== null) takeOut(writer, before);
	else settleLinksTo(writer, entry.id, -1);

	const gone = goneLinks(connection, entry.id, links);
	const { set, missing } = categorySets.of(entry.categories);
	const isFlawed = entry.errors + gone + missing > 0;
	const n = connection.run(
		`insert into story (
			n, id, status, trending, changed, flawed, language, category_set, updated, published, scheduled, shown_date, headline, own, gone
		) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		[
			before,
			entry.id,
			entry.status,
			entry.isTrending ? 1 : 0,
			entry.hasChanges ? 1 : 0,
			isFlawed ? 1 : 0,
			entry.language,
			set,
			entry.updated,
			entry.published,
			entry.scheduled,
			entry.shownDate,
			entry.sortedHeadline,
			entry.errors,
			gone,
		],
	);
	if (entry.noted !== never) connection.run('insert into noted (n, latest) values (?, ?)', [n, entry.noted]);
	const owned = facets.add(entry.facets);
	for (const facet of owned) connection.run('insert into owner (facet, n) values (?, ?)', [facet, n]);
	const times = new Map<ArticleId, number>();
	for (const target of entry.links) times.set(target, (times.get(target) ?? 0) + 1);
	for (const [target, count] of times)
		connection.run('insert into link (target, n, times) values (?, ?, ?)', [target, n, count]);
	for (const [place, { media, alt, caption, credit, words }] of entry.pictures.entries())
		connection.run(
			'insert into picture (n, place, media, updated, alt, caption, credit, words) values (?, ?, ?, ?, ?, ?, ?, ?)',
			[n, place, media, entry.updated, alt, caption, credit, words],
		);
	const { path, id, slug, formerSlugs, revision, texts } = entry;
	connection.run('insert into file (n, path, id, slug, former, revision, mark) values (?, ?, ?, ?, ?, ?, ?)', [
		n,
		path,
		id,
		slug,
		formerSlugs.join(' '),
		revision,
		mark,
	]);
	connection.run('insert into details (n, summary, linked, links, facets) values (?, ?, ?, ?, ?)', [
		n,
		texts.summary,
		texts.linked,
		links,
		JSON.stringify(owned),
	]);
	const { headline, standfirst, rest } = texts;
	connection.run('insert into body (n, standfirst, rest, headline) values (?, ?, ?, ?)', [
		n,
		standfirst,
		rest,
		headline,
	]);
	const { headlineWords, standfirstWords, restWords } = texts;
	connection.run('insert into headlines (rowid, headline) values (?, ?)', [n, headlineWords]);
	connection.run('insert into words (rowid, headline, standfirst, rest) values (?, ?, ?, ?)', [
		n,
		headlineWords,
		standfirstWords,
		restWords,
	]);
}

/** Takes a story out; one that is not there changes nothing. */
export function removeStory(writer: Writer, id: ArticleId): void {
	const known = writer.connection.row('select n from story where id = ?', [id]);
	if (known === null) return;
	takeOut(writer, numberAt(known, 0));
	settleLinksTo(writer, id, 1);
}

/** How many of these links lead to stories that are not there; one to the story itself is none. */
function goneLinks(connection: Connection, id: ArticleId, links: string): number {
	const row = connection.row(
		`select count(*) from json_each(?) as other
			where other.value <> ? and not exists (select 1 from story where id = other.value)`,
		[links, id],
	);
	return numberAt(row, 0);
}

function takeOut({ connection, facets }: Writer, n: number): void {
	const details = connection.texts(['links', 'facets'], 'from details where n = ?', [n])[0] ?? null;
	connection.run('delete from link where target in (select value from json_each(?)) and n = ?', [
		textAt(details, 0),
		n,
	]);
	const owned = numbersOf(textAt(details, 1));
	facets.remove(owned);
	for (const facet of owned) connection.run('delete from owner where facet = ? and n = ?', [facet, n]);
	for (const table of ['story', 'file', 'details', 'body', 'noted', 'picture'])
		connection.run(`delete from ${table} where n = ?`, [n]);
	for (const table of ['headlines', 'words']) connection.run(`delete from ${table} where rowid = ?`, [n]);
}

/** Sets right the errors of the stories that link to one which comes (-1) or goes (1). */
function settleLinksTo({ connection }: Writer, id: ArticleId, change: 1 | -1): void {
	for (const link of connection.rows('select n, times from link where target = ?', [id])) {
		const [n, times] = [numberAt(link, 0), numberAt(link, 1)];
		const story = connection.row(
			`select story.own, story.gone, story.flawed, category_set.missing
				from story cross join category_set on category_set.n = story.category_set where story.n = ?`,
			[n],
		);
		const [own = 0, before = 0, flawed = 0, missing = 0] = [0, 1, 2, 3].map((column) => numberAt(story, column));
		const gone = before + change * times;
		connection.run('update story set gone = ? where n = ?', [gone, n]);
		const isFlawed = own + gone + missing > 0 ? 1 : 0;
		// Apart from the above, for `flawed` stands in many indexes and seldom changes.
		if (isFlawed !== flawed) connection.run('update story set flawed = ? where n = ?', [isFlawed, n]);
	}
}

function numbersOf(json: string): number[] {
	const values = readJson(json);
	return Array.isArray(values) ? values.filter((value): value is number => typeof value === 'number') : [];
}
