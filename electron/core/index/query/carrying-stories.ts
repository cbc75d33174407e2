import type { CarriedReference } from '#shared/contract/references.ts';
import type { CarryingStory } from '../../articles/article-index.ts';
import type { CategorySets } from '../store/category-sets.ts';
import { numberAt, textAt } from '../store/connection.ts';
import { type Condition, isOwned } from './story-conditions.ts';
import type { Reader } from './story-source.ts';

/** The stories that carry a category, without those below it, or a tag or an author in any way of writing it; newest first. */
export function carryingStories(reader: Reader, sets: CategorySets, carried: CarriedReference): CarryingStory[] {
	const alone = carried.of === 'category' ? setsOf(sets, carried.slug, 1) : '[]';
	const { sql, parameters } = carries(reader, sets, carried);
	const rows = reader.connection.texts(
		['story.id', 'category_set in (select value from json_each(?))'],
		`from story where ${sql} order by updated desc, id desc`,
		[alone, ...parameters],
	);
	return rows.map((row) => ({ id: textAt(row, 0), isAlone: numberAt(row, 1) === 1 }));
}

function carries({ facets }: Reader, sets: CategorySets, carried: CarriedReference): Condition {
	if (carried.of === 'tag') return isOwned(facets.called('tag', carried.tag));
	if (carried.of === 'author') return isOwned(facets.called('author', carried.name));
	const numbers = setsOf(sets, carried.slug, Number.POSITIVE_INFINITY);
	return { sql: 'category_set in (select value from json_each(?))', parameters: [numbers] };
}

/** The sets of at most so many categories in which this one is, as JSON. */
function setsOf(sets: CategorySets, slug: string, most: number): string {
	const name = JSON.stringify(['carrying', slug, most]);
	return sets.chosen(name, (slugs) => slugs.length <= most && slugs.includes(slug)).numbers;
}
