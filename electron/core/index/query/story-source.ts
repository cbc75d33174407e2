import type { ChosenSets } from '../store/category-sets.ts';
import { type Connection, numberAt, type Parameter } from '../store/connection.ts';
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
	readonly parameters: readonly Parameter[];
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
	const found = text === null ? null : foundBy(reader, text);

	if (found !== null && found.length <= Math.min(few, rarest?.stories ?? few)) {
		return {
			sql: '(select value as n from json_each(?)) as found cross join story on story.n = found.n',
			parameters: [JSON.stringify(found)],
			conditions: [...plain, ...others(owned), ...inSets],
		};
	}
	const isFound = found === null ? [] : [isAmong(found)];
	if (rarest !== undefined && rarest.stories <= few) {
		return {
			sql: `(select distinct n from owner where facet in (select value from json_each(?))) as rare
				cross join story on story.n = rare.n`,
			parameters: [JSON.stringify(rarest.numbers)],
			conditions: [...plain, ...others(otherOwned), ...inSets, ...isFound],
		};
	}
	const rest = [...plain, ...others(owned), ...inSets, ...isFound];
	const isInFewStories = categorySets !== null && haveFewStories(reader, categorySets);
	return { sql: `story indexed by ${isInFewStories ? 'story_category_set' : index}`, parameters: [], conditions: rest };
}

/** The conditions but for the words, for stories that are looked up one by one. */
export function conditionsOfOne({ plain, owned, categorySets }: Conditions): Condition[] {
	return [...plain, ...owned.map(isOwned), ...(categorySets === null ? [] : [isInSets(categorySets)])];
}

/** Looked up once for each question, which is answered before anything changes. */
const found = new WeakMap<TextQuestion, readonly number[]>();

/** The numbers of all stories with the words, in their order. Nothing else in a search takes as long, so that it is done once. */
export function foundBy({ connection }: Reader, question: TextQuestion): readonly number[] {
	const known = found.get(question);
	if (known !== undefined) return known;
	const { table, match } = question;
	const numbers = connection.rowids(`${table} where ${table} match ? order by rowid`, [match]);
	found.set(question, numbers);
	return numbers;
}

/** That a story is among these, which are in order; to make a byte for each is quicker than to make a table of them. */
function isAmong(numbers: readonly number[]): Condition {
	const bytes = new Uint8Array((numbers.at(-1) ?? 0) + 1);
	for (const n of numbers) bytes[n] = 1;
	return { sql: "substr(?, story.n + 1, 1) = x'01'", parameters: [bytes] };
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
