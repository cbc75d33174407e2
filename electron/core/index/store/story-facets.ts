import { foldName } from '#shared/text/search-text.ts';
import { type Connection, numberAt, textAt } from './connection.ts';
import type { FacetKind, FacetValue } from './story-entry.ts';

/** The tags, authors and languages that stories have, each as it is written. */
export interface Facets {
	/** Counts a story that has these; answers their numbers. */
	add(values: readonly FacetValue[]): readonly number[];
	/** Counts a story less that had these. */
	remove(facets: readonly number[]): void;
	/** The numbers of a value in all ways of writing it. */
	called(kind: FacetKind, value: string): readonly number[];
	/** The numbers of all values with a word that begins so, or with such words in a row. */
	begun(kind: FacetKind, begins: string): readonly number[];
	/** How many stories have any of these, or a few more. */
	atMost(facets: readonly number[]): number;
	list(kind: FacetKind, begins: string, limit: number): { value: string; stories: number }[];
}

/** Keeps the facets of stories. */
export function createFacets(connection: Connection): Facets {
	const addStory = ({ kind, shown, value }: FacetValue): number => {
		const row = connection.row('select facet from facet where kind = ? and shown = ?', [kind, shown]);
		if (row === null)
			return connection.run('insert into facet (kind, value, shown, stories) values (?, ?, ?, 1)', [
				kind,
				value,
				shown,
			]);
		const facet = numberAt(row, 0);
		connection.run('update facet set stories = stories + 1 where facet = ?', [facet]);
		return facet;
	};
	const numbers = (rows: readonly (readonly (string | number | null)[])[]) => rows.map((row) => numberAt(row, 0));

	return {
		add: (values) => values.map(addStory),
		remove(facets) {
			for (const facet of facets) connection.run('update facet set stories = stories - 1 where facet = ?', [facet]);
		},
		called: (kind, value) =>
			numbers(connection.rows('select facet from facet where kind = ? and value = ?', [kind, foldName(value)])),
		begun: (kind, begins) =>
			numbers(
				connection.rows("select facet from facet where kind = ? and instr(' ' || value, ' ' || ?) > 0", [
					kind,
					foldName(begins),
				]),
			),
		atMost: (facets) =>
			numberAt(
				connection.row('select coalesce(sum(stories), 0) from facet where facet in (select value from json_each(?))', [
					JSON.stringify(facets),
				]),
				0,
			),
		list(kind, begins, limit) {
			// One of several ways of writing is shown: the most frequent, and of those the first.
			const rows = connection.texts(
				['shown', 'total'],
				`from (
					select value, shown, sum(stories) over (partition by value) as total,
						row_number() over (partition by value order by stories desc, shown) as place
					from facet where kind = ?1 and stories > 0 and (?2 = '' or instr(' ' || value, ' ' || ?2) > 0)
				) where place = 1 order by total desc, value limit ?3`,
				[kind, foldName(begins), limit],
			);
			return rows.map((row) => ({ value: textAt(row, 0), stories: numberAt(row, 1) }));
		},
	};
}
