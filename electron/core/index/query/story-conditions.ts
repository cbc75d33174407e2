import type { Queue, StoryFilter } from '#shared/contract/articles.ts';
import type { Slug } from '#shared/model/category.ts';
import { type Status, waitingStatuses } from '#shared/model/status.ts';
import { parseSearch, type SearchField, type SearchTerm } from '#shared/text/search-query.ts';
import type { CategorySets, ChosenSets } from '../store/category-sets.ts';
import type { Parameter } from '../store/connection.ts';
import { never, statusOrder } from '../store/schema.ts';
import type { Facets } from '../store/story-facets.ts';
import { excludedOf, type TextQuestion, textQuestion } from './full-text.ts';
import type { Taxonomy } from './taxonomy.ts';
import { beginOfDay, endOfDay } from './zoned-day.ts';

/** A part of a `where` with what its question marks stand for; columns are those of `story`. */
export interface Condition {
	readonly sql: string;
	readonly parameters: readonly Parameter[];
}

/** What a filter asks, apart by how it is best answered. */
export interface Conditions {
	/** Told by the columns of the order's own index. */
	readonly plain: readonly Condition[];
	/** Stories of any of these tags or authors, for each such question. */
	readonly owned: readonly (readonly number[])[];
	/** Stories of these sets of categories; null when it does not matter. */
	readonly categorySets: ChosenSets | null;
	/** Words that must be there; null when none must. */
	readonly text: TextQuestion | null;
}

/** What conditions are made with. */
export interface FilterContext {
	readonly facets: Facets;
	readonly categorySets: CategorySets;
	readonly taxonomy: Taxonomy;
	readonly timeZone: string;
}

/** Makes the conditions of a filter, those in its text included. */
export function conditionsOf(filter: StoryFilter, around: FilterContext): Conditions {
	const { terms, fields } = parseSearch(filter.text);
	const plain: Condition[] = [];
	const owned: (readonly number[])[] = [];
	const categories: ((slugs: readonly Slug[]) => boolean)[] = [];
	const add = (sql: string, ...parameters: Parameter[]) => plain.push({ sql, parameters });
	const { facets, taxonomy, timeZone } = around;
	const under = (wanted: readonly Slug[]) => {
		const found = taxonomy.withBelow(wanted);
		return (slugs: readonly Slug[]) => slugs.some((slug) => found.has(slug));
	};

	const inQueue = queueCondition(filter.queue);
	if (inQueue !== null) plain.push(inQueue);
	if (filter.status !== null) add('status = ?', statusOrder.indexOf(filter.status));
	if (filter.trending !== null) add('trending = ?', filter.trending ? 1 : 0);
	if (filter.problems !== null) add('flawed = ?', filter.problems ? 1 : 0);
	if (filter.language !== null) add('language = ?', filter.language.toLowerCase());
	if (filter.dates !== null) {
		const { of, from, to } = filter.dates;
		add(`${of} >= ?`, from === null ? never + 1 : beginOfDay(from, timeZone));
		if (to !== null) add(`${of} < ?`, endOfDay(to, timeZone));
	}
	if (filter.tag !== null) owned.push(facets.called('tag', filter.tag));
	if (filter.author !== null) owned.push(facets.called('author', filter.author));
	const { category } = filter;
	if (category !== null) categories.push(under([category]));

	for (const field of fields) {
		if (field.kind === 'category') {
			const isUnder = under(taxonomy.called(field.value));
			categories.push((slugs) => isUnder(slugs) !== field.isExcluded);
		} else if (field.kind === 'tag' || field.kind === 'author') {
			const begun = facets.begun(field.kind, field.value);
			if (field.isExcluded) plain.push(notOwned(begun));
			else owned.push(begun);
		} else {
			plain.push(fieldCondition(field, timeZone));
		}
	}
	const text = textQuestion(terms);
	// A question to all words says itself what must not be among them.
	if (text?.table !== 'words') plain.push(...withoutExcluded(terms));
	const categorySets =
		categories.length === 0
			? null
			: around.categorySets.chosen(
					JSON.stringify([category, fields.filter(({ kind }) => kind === 'category')]),
					(slugs) => categories.every((holds) => holds(slugs)),
				);
	return { plain, owned, categorySets, text };
}

/** That a story has none of the words that must not be there. */
export function withoutExcluded(terms: readonly SearchTerm[]): Condition[] {
	const excluded = excludedOf(terms);
	if (excluded === null) return [];
	return [{ sql: 'story.n not in (select rowid from words where words match ?)', parameters: [excluded] }];
}

/** Joins conditions into a `where`. */
export function joinConditions(conditions: readonly Condition[]): Condition {
	return {
		sql: conditions.length === 0 ? 'true' : conditions.map(({ sql }) => sql).join(' and '),
		parameters: conditions.flatMap(({ parameters }) => parameters),
	};
}

/** That a story has any of these tags or authors. */
export function isOwned(facets: readonly number[]): Condition {
	const [only] = facets;
	if (only === undefined) return { sql: 'false', parameters: [] };
	if (facets.length === 1)
		return { sql: 'exists (select 1 from owner where facet = ? and owner.n = story.n)', parameters: [only] };
	return {
		sql: 'story.n in (select owner.n from owner where facet in (select value from json_each(?)))',
		parameters: [JSON.stringify(facets)],
	};
}

function notOwned(facets: readonly number[]): Condition {
	const { sql, parameters } = isOwned(facets);
	return { sql: `not (${sql})`, parameters };
}

function queueCondition(queue: Queue): Condition | null {
	switch (queue) {
		case 'all':
			return null;
		case 'scheduled':
			return isScheduled;
		case 'trending':
			return { sql: 'trending = 1', parameters: [] };
		case 'changes':
			return { sql: 'changed = 1', parameters: [] };
		case 'problems':
			return { sql: 'flawed = 1', parameters: [] };
		default:
			return isAny([queue]);
	}
}

/** Waiting for its time, as far as its status still waits. */
const isScheduled: Condition = {
	sql: `(scheduled > ${never} and status in (${places(waitingStatuses)}))`,
	parameters: [],
};

/** That a story has one of these statuses. */
export function isAny(statuses: readonly Status[]): Condition {
	return { sql: `status in (${places(statuses)})`, parameters: [] };
}

function places(statuses: readonly Status[]): string {
	return statuses.map((status) => statusOrder.indexOf(status)).join(', ');
}

function fieldCondition(
	field: Exclude<SearchField, { kind: 'category' | 'author' | 'tag' }> | SearchField,
	timeZone: string,
): Condition {
	const { sql, parameters } = plainField(field, timeZone);
	return field.isExcluded ? { sql: `not ${sql}`, parameters } : { sql, parameters };
}

function plainField(field: SearchField, timeZone: string): Condition {
	switch (field.kind) {
		case 'status':
			return { sql: `(${isAny(field.anyOf).sql})`, parameters: [] };
		case 'language': {
			const language = field.value.toLowerCase();
			// `pt` is also the Portuguese of a country.
			return { sql: "(language = ? or instr(language, ? || '-') = 1)", parameters: [language, language] };
		}
		case 'trending':
			return { sql: '(trending = 1)', parameters: [] };
		case 'changes':
			return { sql: '(changed = 1)', parameters: [] };
		case 'problems':
			return { sql: '(flawed = 1)', parameters: [] };
		case 'scheduled':
			return isScheduled;
		case 'before':
			return { sql: '(shown_date < ?)', parameters: [beginOfDay(field.day, timeZone)] };
		case 'after':
			return { sql: '(shown_date >= ?)', parameters: [beginOfDay(field.day, timeZone)] };
		default:
			return { sql: 'true', parameters: [] };
	}
}
