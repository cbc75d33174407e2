import type { ArticleId } from '#shared/model/article.ts';
import { type Connection, givenText as text } from './connection.ts';
import type { EntryTexts } from './story-entry.ts';

/**
 * Rows that are kept back until something looks there: of the tables in which a story has several, for many at once and in
 * their order are written several times as fast as each by itself; and the texts, for the full text of story after story
 * is made a fifth faster than with other tables in between.
 */
export interface GatheredRows {
	addTexts(n: number, texts: EntryTexts): void;
	addLinks(n: number, links: readonly ArticleId[]): void;
	addOwner(n: number, facets: readonly number[]): void;
	/** The stories that link to one, of those kept back, and how many times each. */
	linksTo(id: ArticleId): ReadonlyMap<number, number>;
	/** Writes them row by row, so that the full text goes on gathering. */
	write(): void;
	/** Writes them all at once, at the end of a transaction: the full text then writes down what it gathered. */
	writeAtOnce(): void;
	/** Forgets them, after a change that was taken back. */
	forget(): void;
}

type LinkRow = readonly [target: ArticleId, n: number, times: number];
type OwnerRow = readonly [facet: number, n: number];

/** The texts of so many stories are written in a few milliseconds. */
const mostTexts = 32;

const nobody: ReadonlyMap<number, number> = new Map();

/** Keeps back rows of `link` and `owner`, and of `body`, `heads` and `words`. */
export function createGatheredRows(connection: Connection): GatheredRows {
	let links = new Map<ArticleId, Map<number, number>>();
	let owners: OwnerRow[] = [];
	let texts: (readonly [n: number, EntryTexts])[] = [];

	const forget = () => {
		links = new Map();
		owners = [];
		texts = [];
	};
	const writeTexts = () => {
		const written = texts;
		texts = [];
		for (const [n, { standfirst, rest, headline }] of written)
			connection.run(`insert into body (n, standfirst, rest, headline) values (?, ${text}, ${text}, ${text})`, [
				n,
				standfirst,
				rest,
				headline,
			]);
		for (const [n, given] of written) {
			const headline = given.headlineWords ?? given.headline;
			connection.run(`insert into heads (rowid, headline) values (?, ${text})`, [n, headline]);
			connection.run(`insert into words (rowid, headline, standfirst, rest) values (?, ${text}, ${text}, ${text})`, [
				n,
				headline,
				given.standfirstWords ?? given.standfirst,
				given.restWords ?? given.rest,
			]);
		}
	};
	const linkRows = (): LinkRow[] =>
		[...links]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.flatMap(([target, times]) => Array.from(times, ([n, count]) => [target, n, count] as const));
	const ownerRows = () => owners.sort(([facetA, a], [facetB, b]) => facetA - facetB || a - b);
	return {
		addTexts(n, given) {
			texts.push([n, given]);
			if (texts.length >= mostTexts) writeTexts();
		},
		addLinks(n, targets) {
			for (const target of targets) {
				const times = links.get(target);
				if (times === undefined) links.set(target, new Map([[n, 1]]));
				else times.set(n, (times.get(n) ?? 0) + 1);
			}
		},
		addOwner(n, facets) {
			for (const facet of facets) owners.push([facet, n]);
		},
		linksTo: (id) => links.get(id) ?? nobody,
		write() {
			writeTexts();
			for (const row of linkRows()) connection.run('insert into link (target, n, times) values (?, ?, ?)', row);
			for (const row of ownerRows()) connection.run('insert into owner (facet, n) values (?, ?)', row);
			forget();
		},
		writeAtOnce() {
			writeTexts();
			if (links.size > 0)
				connection.run(
					'insert into link (target, n, times) select value ->> 0, value ->> 1, value ->> 2 from json_each(?)',
					[JSON.stringify(linkRows())],
				);
			if (owners.length > 0)
				connection.run('insert into owner (facet, n) select value ->> 0, value ->> 1 from json_each(?)', [
					JSON.stringify(ownerRows()),
				]);
			forget();
		},
		forget,
	};
}
