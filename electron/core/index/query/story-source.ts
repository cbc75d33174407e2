import type { ChosenSets } from '../store/category-sets.ts';
import { type Connection, numberAt, type Value } from '../store/connection.ts';
import type { Facets } from '../store/story-facets.ts';
import type { TextQuestion } from './full-text.ts';
import { type Condition, type Conditions, isOwned } from './story-conditions.ts';

/** What questions are asked with. */
export interface Reader {
	readonly connection: Connection;
	readonly facets: Facets;
	/** Above so many stories it is quicker to walk through an order and to look at each, or not to rank them. */
	readonly few: number;
}

/** Where stories come from, for a `from`, and what is left to be asked of each. */
export interface StorySource {
	readonly sql: string;
	readonly parameters: readonly Value[];
	readonly conditions: readonly Condition[];
}

/**
 * The stories of which the conditions may find some: those of the rarest thing that is asked for, or all of them by an
 * index. Words that are in many stories are left as a condition.
 */
export function sourceOf(reader: Reader, conditions: Conditions, index: string): StorySource {
	const { facets, few } = reader;
	const { text, categorySets, plain } = conditions;
	const owned = conditions.owned
		.map((numbers) => ({ numbers, stories: facets.atMost(numbers) }))
		.sort((a, b) => a.stories - b.stories);
	const [rarest, ...otherOwned] = owned;
	const inSets = categorySets === null ? [] : [isInSets(categorySets)];
	const others = (from: typeof owned) => from.map(({ numbers }) => isOwned(numbers));

	if (rarest !== undefined && rarest.stories <= few) {
		return {
			sql: `(select distinct n from owner where facet in (select value from json_each(?))) as rare
				cross join story on story.n = rare.n`,
			parameters: [JSON.stringify(rarest.numbers)],
			conditions: [...plain, ...others(otherOwned), ...inSets, ...isFound(text)],
		};
	}
	if (text !== null && isRare(reader, text)) {
		return {
			sql: `(select rowid as n from ${text.table} where ${text.table} match ?) as found
				cross join story on story.n = found.n`,
			parameters: [text.match],
			conditions: [...plain, ...others(owned), ...inSets],
		};
	}
	const rest = [...plain, ...others(owned), ...inSets, ...isFound(text)];
	const isInFewStories = categorySets !== null && haveFewStories(reader, categorySets);
	return { sql: `story indexed by ${isInFewStories ? 'story_category_set' : index}`, parameters: [], conditions: rest };
}

/** The conditions but for the words, for stories that are looked up one by one. */
export function conditionsOfOne({ plain, owned, categorySets }: Conditions): Condition[] {
	return [...plain, ...owned.map(isOwned), ...(categorySets === null ? [] : [isInSets(categorySets)])];
}

/** Whether at most so many stories have the words. */
export function isRare(
	{ connection, few }: Reader,
	{ table, match }: Pick<TextQuestion, 'table' | 'match'>,
	most = few,
): boolean {
	const found = `select 1 from ${table} where ${table} match ? limit ?`;
	return numberAt(connection.row(`select count(*) from (${found})`, [match, most + 1]), 0) <= most;
}

function isFound(text: TextQuestion | null): Condition[] {
	if (text === null) return [];
	const { table, match } = text;
	return [{ sql: `story.n in (select rowid from ${table} where ${table} match ?)`, parameters: [match] }];
}

function isInSets({ numbers }: ChosenSets): Condition {
	return { sql: 'story.category_set in (select value from json_each(?))', parameters: [numbers] };
}

/** Told once for each choice; a few stories more or less change nothing. */
const fewness = new WeakMap<ChosenSets, boolean>();

function haveFewStories({ connection, few }: Reader, categorySets: ChosenSets): boolean {
	const known = fewness.get(categorySets);
	if (known !== undefined) return known;
	const { sql, parameters } = isInSets(categorySets);
	const row = connection.row(
		`select count(*) from (select 1 from story indexed by story_category_set where ${sql} limit ${few + 1})`,
		parameters,
	);
	const isFew = numberAt(row, 0) <= few;
	fewness.set(categorySets, isFew);
	return isFew;
}
