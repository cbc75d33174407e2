import type { LinkedStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Status } from '#shared/model/status.ts';
import type { NotedStory } from '../../articles/article-index.ts';
import { type Connection, numberAt, readJson, textAt, type Value } from '../store/connection.ts';
import { statusOrder } from '../store/schema.ts';

/** What links to these stories show, in their order. */
export function linkedOf(connection: Connection, stories: readonly { readonly n: number }[]): LinkedStory[] {
	return connection
		.texts(
			['details.linked'],
			`from json_each(?) as asked cross join details on details.n = asked.value order by asked.key`,
			[JSON.stringify(stories.map(({ n }) => n))],
		)
		.map(readLinked);
}

/** What links to these stories show, in the order asked for; an id that is gone is left out. */
export function linkedStories(connection: Connection, ids: readonly ArticleId[]): LinkedStory[] {
	return connection
		.texts(
			['details.linked'],
			`from json_each(?) as asked cross join story on story.id = asked.value
				cross join details on details.n = story.n order by asked.key`,
			[JSON.stringify(ids)],
		)
		.map(readLinked);
}

/** The other stories that link to one of these, which may be gone themselves. */
export function linkingStories(connection: Connection, ids: readonly ArticleId[]): ArticleId[] {
	const asked = JSON.stringify(ids);
	const found = connection
		.texts(
			['story.id'],
			`from json_each(?) as asked cross join link on link.target = asked.value
				cross join story on story.n = link.n where story.id not in (select value from json_each(?))`,
			[asked, asked],
		)
		.map((row) => textAt(row, 0));
	return [...new Set(found)];
}

/** The stories of these statuses with the trending flag, by the day shown with them, newest first. */
export function trendingStories(connection: Connection, statuses: readonly Status[]): LinkedStory[] {
	return connection
		.texts(
			['details.linked'],
			`from story indexed by story_updated cross join details on details.n = story.n
				where trending = 1 and status in (select value from json_each(?))
				order by shown_date desc, story.id desc`,
			[JSON.stringify(statuses.map((status) => statusOrder.indexOf(status)))],
		)
		.map(readLinked);
}

/** The stories in which readers were told of a change, with when that was last; that one first. */
export function notedStories(connection: Connection): NotedStory[] {
	return connection
		.texts(
			['story.id', 'latest'],
			'from noted cross join story on story.n = noted.n order by latest desc, story.id desc',
		)
		.map((row) => ({ id: textAt(row, 0), latest: numberAt(row, 1) }));
}

function readLinked(row: readonly Value[]): LinkedStory {
	// We wrote it ourselves, into a database that is thrown away when its form changes.
	return readJson(textAt(row, 0)) as LinkedStory;
}
