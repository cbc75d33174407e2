import type { StoryFilter } from '#shared/contract/articles.ts';

/** What the editor narrows a list by, beside its queue, its category and the words of a search. */
export type ListFilter = Pick<
	StoryFilter,
	'status' | 'category' | 'tag' | 'author' | 'language' | 'trending' | 'problems' | 'dates'
>;

/** Narrows nothing. */
export const noFilter: ListFilter = {
	status: null,
	category: null,
	tag: null,
	author: null,
	language: null,
	trending: null,
	problems: null,
	dates: null,
};

/** One thing that a list is narrowed by, as a chip says it. */
export interface FilterChip {
	readonly id: keyof ListFilter;
	readonly label: string;
}

/** What words the chips are made with. */
export interface FilterWords {
	readonly status: (status: NonNullable<ListFilter['status']>) => string;
	readonly category: (slug: string) => string;
	readonly language: (tag: string) => string;
	readonly day: (day: string) => string;
}

/** What of a filter narrows the list: a kind of date does not before a day is given. */
export function narrowing(filter: ListFilter): ListFilter {
	const { dates } = filter;
	return dates !== null && dates.from === null && dates.to === null ? { ...filter, dates: null } : filter;
}

/** How many things a list is narrowed by. */
export function filterCount(filter: ListFilter): number {
	return Object.values(narrowing(filter)).filter((value) => value !== null).length;
}

/** Everything that a list is narrowed by, in the order of the filter's fields. */
export function filterChips(given: ListFilter, words: FilterWords): FilterChip[] {
	const filter = narrowing(given);
	const chips: FilterChip[] = [];
	const add = (id: keyof ListFilter, label: string) => chips.push({ id, label });
	if (filter.status !== null) add('status', words.status(filter.status));
	if (filter.category !== null) add('category', words.category(filter.category));
	if (filter.author !== null) add('author', `By ${filter.author}`);
	if (filter.tag !== null) add('tag', `Tag: ${filter.tag}`);
	if (filter.language !== null) add('language', words.language(filter.language));
	if (filter.trending !== null) add('trending', filter.trending ? 'Trending' : 'Not trending');
	if (filter.problems !== null) add('problems', filter.problems ? 'Has problems' : 'No problems');
	if (filter.dates !== null) add('dates', datesLabel(filter.dates, words.day));
	return chips;
}

const dateNames = { updated: 'Changed', published: 'Published', scheduled: 'Scheduled' } as const;

function datesLabel({ of, from, to }: NonNullable<ListFilter['dates']>, day: (day: string) => string): string {
	const name = dateNames[of];
	if (from !== null && to !== null)
		return from === to ? `${name} on ${day(from)}` : `${name} ${day(from)} – ${day(to)}`;
	if (from !== null) return `${name} since ${day(from)}`;
	return `${name} until ${day(to ?? '')}`;
}
