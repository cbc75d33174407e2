import type { LinkedStory } from '#shared/contract/articles.ts';
import { type ArticleId, articleIdLength } from '#shared/model/article.ts';
import type { Status } from '#shared/model/status.ts';
import { type Connection, readJson, textAt, type Value } from './connection.ts';
import { IndexDamaged } from './index-failure.ts';
import { statusOrder } from './schema.ts';

/** What links to these stories show, in their order. */
export function linkedOf(connection: Connection, stories: readonly { readonly n: number }[]): LinkedStory[] {
	return connection
		.texts(['wide.linked'], `from json_each(?) as asked cross join wide on wide.n = asked.value order by asked.key`, [
			JSON.stringify(stories.map(({ n }) => n)),
		])
		.map(readLinked);
}

/** What links to these stories show, in the order asked for; an id that is gone is left out. */
export function linkedStories(connection: Connection, ids: readonly ArticleId[]): LinkedStory[] {
	return connection
		.texts(
			['wide.linked'],
			`from json_each(?) as asked cross join story on story.id = asked.value
				cross join wide on wide.n = story.n order by asked.key`,
			[JSON.stringify(ids)],
		)
		.map(readLinked);
}

/**
 * What links to stories show, as bytes: those with ids above this one, so many at most, in the order of ids. Each is a line
 * of its id and, with nothing in between, a `LinkedStory` as JSON. To read all of them so takes a hundredth of the time that
 * asking for each takes.
 */
export function linkedLines(connection: Connection, after: ArticleId, most: number): Uint8Array {
	const [lines = new Uint8Array(), damaged] = connection.textBytes(
		`select cast(group_concat(id || linked, char(10)) as blob),
			cast(max(length(id) <> ${articleIdLength} or not json_valid(linked)) as blob)
			from (select story.id as id, wide.linked as linked from story cross join wide on wide.n = story.n
				where story.id > ? order by story.id limit ?)`,
		[after, most],
	);
	// Whoever reads a line could not have the index made anew.
	if (damaged?.[0] === '1'.charCodeAt(0)) throw new IndexDamaged('What the index keeps is damaged.');
	return lines;
}

/** The stories of these statuses with the trending flag, by the day shown with them, newest first. */
export function trendingStories(connection: Connection, statuses: readonly Status[]): LinkedStory[] {
	return connection
		.texts(
			['wide.linked'],
			`from story indexed by story_updated cross join wide on wide.n = story.n
				where trending = 1 and status in (select value from json_each(?))
				order by shown_date desc, story.id desc`,
			[JSON.stringify(statuses.map((status) => statusOrder.indexOf(status)))],
		)
		.map(readLinked);
}

function readLinked(row: readonly Value[]): LinkedStory {
	// We wrote it ourselves, into a database that is thrown away when its form changes.
	return readJson(textAt(row, 0)) as LinkedStory;
}
