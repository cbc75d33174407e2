import type { Slug } from '#shared/model/category.ts';
import { type Connection, numberAt, textAt } from './connection.ts';

/** The sets of categories that stories have, and how many of each are not in the taxonomy. */
export interface CategorySets {
	/** The number of a set, which is made when it is new, and how many of its categories are missing. */
	of(categories: readonly Slug[]): { readonly set: number; readonly missing: number };
	/** The categories of a set. */
	categories(set: number): readonly Slug[];
	/** The sets for which this holds; what was found is kept under the name until there is a new set or taxonomy. */
	chosen(name: string, holds: (categories: readonly Slug[]) => boolean): ChosenSets;
	/** Takes the taxonomy as it now is, and sets right which stories have errors. */
	follow(slugs: ReadonlySet<Slug>): void;
	/** Forgets what was read, after a change that was taken back. */
	forget(): void;
}

const mostChoices = 100;

/** Some of the sets of categories. */
export interface ChosenSets {
	/** Their numbers, as JSON. */
	readonly numbers: string;
}

/** Keeps the sets of categories; the taxonomy is empty until it is told. */
export function createCategorySets(connection: Connection): CategorySets {
	let taxonomy: ReadonlySet<Slug> = new Set();
	let known: Map<string, { set: number; missing: number }> | null = null;
	const missingOf = (categories: readonly Slug[]) => categories.filter((slug) => !taxonomy.has(slug)).length;

	let sets: ReadonlyMap<number, readonly Slug[]> = new Map();
	const choices = new Map<string, ChosenSets>();
	const read = () => {
		if (known !== null) return known;
		known = new Map();
		for (const row of connection.texts(['slugs', 'n', 'missing'], 'from category_set'))
			known.set(textAt(row, 0), { set: numberAt(row, 1), missing: numberAt(row, 2) });
		return known;
	};

	return {
		of(categories) {
			const slugs = [...categories].sort().join(' ');
			const present = read().get(slugs);
			if (present !== undefined) return present;
			const missing = missingOf(categories);
			const set = connection.run('insert into category_set (slugs, missing) values (?, ?)', [slugs, missing]);
			const made = { set, missing };
			read().set(slugs, made);
			choices.clear();
			return made;
		},
		categories(set) {
			if (!sets.has(set)) sets = new Map(Array.from(read(), ([slugs, { set }]) => [set, categoriesOf(slugs)]));
			return sets.get(set) ?? [];
		},
		chosen(name, holds) {
			const present = choices.get(name);
			if (present !== undefined) return present;
			const numbers = Array.from(read()).flatMap(([slugs, { set }]) => (holds(categoriesOf(slugs)) ? [set] : []));
			const made = { numbers: JSON.stringify(numbers) };
			if (choices.size >= mostChoices) choices.clear();
			choices.set(name, made);
			return made;
		},
		follow(slugs) {
			taxonomy = slugs;
			choices.clear();
			for (const [slugs, before] of read()) {
				const missing = missingOf(categoriesOf(slugs));
				if (missing === before.missing) continue;
				connection.run('update category_set set missing = ? where n = ?', [missing, before.set]);
				connection.run(
					'update story set flawed = (own + gone + ?1 > 0) where category_set = ?2 and flawed <> (own + gone + ?1 > 0)',
					[missing, before.set],
				);
				read().set(slugs, { set: before.set, missing });
			}
		},
		forget() {
			choices.clear();
			sets = new Map();
			known = null;
		},
	};
}

function categoriesOf(slugs: string): Slug[] {
	return slugs === '' ? [] : slugs.split(' ');
}
