import type { StoryFilter } from '#shared/contract/articles.ts';
import type { Article } from '#shared/model/article.ts';

type Filter = Partial<StoryFilter>;

/** The filters that lists are asked with: each kind alone, with frequent and rare values, and some together. */
export function listFilters(stories: readonly Article[]): Filter[] {
	const tags = byFrequency(stories.flatMap((story) => story.tags));
	const authors = byFrequency(stories.flatMap((story) => story.byline.map(({ name }) => name)));
	const categories = byFrequency(stories.flatMap((story) => story.categories));
	const queues = ['draft', 'review', 'ready', 'scheduled', 'published', 'withdrawn', 'trending', 'problems'] as const;
	const years = { from: '2021-01-01', to: '2021-12-31' };
	return [
		{},
		...queues.map((queue): Filter => ({ queue })),
		...['news', 'money', ...pick(categories)].map((category): Filter => ({ category })),
		...pick(tags).map((tag): Filter => ({ tag })),
		...pick(authors).map((author): Filter => ({ author })),
		...['en', 'fr', 'ar'].map((language): Filter => ({ language })),
		{ status: 'published' },
		{ trending: true },
		{ trending: false },
		{ problems: true },
		{ problems: false },
		...(['updated', 'published', 'scheduled'] as const).map((of): Filter => ({ dates: { of, ...years } })),
		{ queue: 'published', category: 'news', language: 'en' },
		{ category: 'knowledge', status: 'published', dates: { of: 'published', ...years } },
		{ tag: tags[0] ?? null, author: authors[0] ?? null },
		{ language: 'de', problems: true, category: 'abroad' },
	];
}

/** The most frequent value, one from the middle and a rare one. */
function pick(values: readonly string[]): string[] {
	return [0, Math.floor(values.length / 2), values.length - 1].flatMap((place) => values[place] ?? []);
}

function byFrequency(values: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
