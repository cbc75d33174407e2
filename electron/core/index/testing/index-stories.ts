import { StoryFilter } from '#shared/contract/articles.ts';
import { checksOf } from '#shared/document/checks/check-settings.ts';
import { Article, type ArticleId } from '#shared/model/article.ts';
import { Category } from '#shared/model/category.ts';
import { Newsroom } from '#shared/model/newsroom.ts';
import type { IndexedStory } from '../../articles/article-index.ts';
import { indexedStory } from '../../articles/story-summary.ts';
import { type IndexDatabase, openIndexDatabase } from '../store/index-database.ts';
import { entryOf, type StoryEntry } from '../store/story-entry.ts';

/** A newsroom in Brussels, for tests of the index. */
export const newsroom = Newsroom.parse({
	$schema: 'urn:galley:newsroom:1',
	name: 'The Desk',
	timeZone: 'Europe/Brussels',
});

/** A small taxonomy: `world` with `europe` below it, and `money`. */
export const categories = [
	Category.parse({ slug: 'world', label: 'World news' }),
	Category.parse({ slug: 'europe', label: 'Éurope', parent: 'world' }),
	Category.parse({ slug: 'money', label: 'Money' }),
];

/** The id of a story of the tests; a greater number is a greater id. */
export const idOf = (number: number): ArticleId => `01JQNV3M8Z4T6W9X2Y5B7C1${String(number).padStart(3, '0')}`;

/** A paragraph as a body. */
export const paragraph = (html: string) => [{ id: 'a', type: 'paragraph', html }];

/** A story with these fields; each number is a second newer than the one before. */
export function storyArticle(number: number, fields: Record<string, unknown> = {}): Article {
	const updated = new Date(Date.UTC(2025, 2, 1, 0, 0, number)).toISOString();
	return Article.parse({
		$schema: 'urn:galley:article:1',
		id: idOf(number),
		slug: `story-${number}`,
		headline: `Story ${number}`,
		dates: { created: updated, updated },
		...fields,
	});
}

/** Of every third published story readers have another version. */
function hasChangesOf({ status }: Article, number: number): boolean {
	return status === 'published' && number % 3 === 0;
}

/** What the index holds of such a story. */
export function storyOf(number: number, fields: Record<string, unknown> = {}): IndexedStory {
	const article = storyArticle(number, fields);
	const revision = String(number % 10).repeat(64);
	const filed = { article, path: `articles/${number}.json`, revision, hasChanges: hasChangesOf(article, number) };
	return indexedStory(filed, checksOf(newsroom), new Date());
}

/** The same story as the index takes it. */
export const storyEntry = (number: number, fields: Record<string, unknown> = {}): StoryEntry =>
	entryOf(storyOf(number, fields));

/** An index in memory of stories with these fields. */
export function makeIndex(...stories: Record<string, unknown>[]): IndexDatabase {
	const index = openIndexDatabase(':memory:');
	index.follow(newsroom, categories);
	for (const [number, fields] of stories.entries()) index.put(storyEntry(number, fields), `mark ${number}`);
	return index;
}

/** A filter that narrows nothing but what is given. */
export const filterOf = (filter: Partial<StoryFilter> = {}) => StoryFilter.parse(filter);

/** The headlines of rows. */
export const headlines = (rows: readonly { headline: string }[]) => rows.map(({ headline }) => headline);
