import type { ArticleId } from '#shared/model/article.ts';
import { type Connection, numberAt, readJson, givenText as text, textAt } from './connection.ts';
import type { GatheredRows } from './gathered-rows.ts';
import type { KnownStories, Neighbours } from './known-stories.ts';
import type { StoryEntry } from './story-entry.ts';
import type { Facets } from './story-facets.ts';
import type { Mixes } from './story-mix.ts';

/** What stories are written with. */
export interface Writer {
	readonly connection: Connection;
	readonly mixes: Mixes;
	readonly facets: Facets;
	readonly gathered: GatheredRows;
	readonly known: KnownStories;
}

/** Puts a story in, or what it now is in place of what it was. */
export function putStory(writer: Writer, entry: StoryEntry, mark: string): void {
	const { connection, mixes, facets, gathered, known } = writer;
	const links = JSON.stringify(entry.links);
	const {
		n: before,
		isLinkedTo,
		gone,
	} = known.neighboursOf(entry.id, entry.links) ?? lookUp(connection, entry.id, links);
	if (before !== null) takeOut(writer, before);
	else if (isLinkedTo || gathered.linksTo(entry.id).size > 0) settleLinksTo(writer, entry.id, -1);
	known.put(entry.id, entry.links);

	const { mix, missing } = mixes.of(entry.categories);
	const isFlawed = entry.errors + gone + missing > 0;
	const n = connection.run(
		`insert into story (
			n, id, status, trending, flawed, language, mix, updated, published, scheduled, shown_date, headline, own, gone
		) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		[
			before,
			entry.id,
			entry.status,
			entry.isTrending ? 1 : 0,
			isFlawed ? 1 : 0,
			entry.language,
			mix,
			entry.updated,
			entry.published,
			entry.scheduled,
			entry.shownDate,
			entry.sortedHeadline,
			entry.errors,
			gone,
		],
	);
	const owned = facets.of(entry.facets);
	facets.count(owned, 1);
	gathered.addLinks(n, entry.links);
	gathered.addOwner(n, owned);
	connection.run('insert into file (n, path, id, slug, revision, mark) values (?, ?, ?, ?, ?, ?)', [
		n,
		entry.path,
		entry.id,
		entry.slug,
		entry.revision,
		mark,
	]);
	connection.run(`insert into wide (n, summary, linked, links, facets) values (?, ${text}, ${text}, ?, ?)`, [
		n,
		entry.texts.summary,
		entry.texts.linked,
		links,
		JSON.stringify(owned),
	]);
	gathered.addTexts(n, entry.texts);
}

/** Takes a story out; one that is not there changes nothing. */
export function removeStory(writer: Writer, id: ArticleId): void {
	const known = writer.connection.row('select n from story where id = ?', [id]);
	if (known === null) return;
	takeOut(writer, numberAt(known, 0));
	writer.known.remove(id);
	settleLinksTo(writer, id, 1);
}

function lookUp(connection: Connection, id: ArticleId, links: string): Neighbours {
	// One question, for each takes as long as what it looks for.
	const found = connection.row(
		`select (select n from story where id = ?1), exists (select 1 from link where target = ?1),
			(select count(*) from json_each(?2) as other
				where other.value <> ?1 and not exists (select 1 from story where id = other.value))`,
		[id, links],
	);
	const n = found?.[0] ?? null;
	return { n: n === null ? null : Number(n), isLinkedTo: numberAt(found, 1) === 1, gone: numberAt(found, 2) };
}

function takeOut({ connection, facets, gathered }: Writer, n: number): void {
	gathered.write();
	const wide = connection.texts(['links', 'facets'], 'from wide where n = ?', [n])[0] ?? null;
	connection.run('delete from link where target in (select value from json_each(?)) and n = ?', [textAt(wide, 0), n]);
	const owned = numbersOf(textAt(wide, 1));
	facets.count(owned, -1);
	for (const facet of owned) connection.run('delete from owner where facet = ? and n = ?', [facet, n]);
	for (const table of ['story', 'file', 'wide', 'body']) connection.run(`delete from ${table} where n = ?`, [n]);
	for (const table of ['heads', 'words']) connection.run(`delete from ${table} where rowid = ?`, [n]);
}

/** Sets right the errors of the stories that link to one which comes (-1) or goes (1). */
function settleLinksTo({ connection, gathered }: Writer, id: ArticleId, change: 1 | -1): void {
	const written = connection.rows('select n, times from link where target = ?', [id]);
	const links = [...written.map((row) => [numberAt(row, 0), numberAt(row, 1)] as const), ...gathered.linksTo(id)];
	for (const [n, times] of links) {
		const story = connection.row(
			`select story.own, story.gone, story.flawed, mix.missing
				from story cross join mix on mix.mix = story.mix where story.n = ?`,
			[n],
		);
		const [own = 0, before = 0, flawed = 0, missing = 0] = [0, 1, 2, 3].map((column) => numberAt(story, column));
		// One row at a time: a statement that changes many has the full text write down all it gathered, each time.
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
