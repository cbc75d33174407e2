import type { LibraryPicture, LibraryPictures, PictureUse } from '#shared/contract/newsroom.ts';
import type { MediaPath } from '#shared/model/block.ts';
import { searchTokens } from '#shared/text/search-text.ts';
import { type Connection, numberAt, textAt } from '../store/connection.ts';

/** The pictures of all stories that are found by every one of these words, the one used last first. */
export function picturesOf(connection: Connection, text: string, offset: number, limit: number): LibraryPictures {
	const words = searchTokens(text);
	const where = words.length === 0 ? '' : `where ${words.map(() => 'instr(words, ?) > 0').join(' and ')}`;
	const total = numberAt(connection.row(`select count(distinct media) from picture ${where}`, words), 0);
	const found = connection.texts(
		['media', 'max(updated)'],
		`from picture ${where} group by media order by max(updated) desc, media limit ? offset ?`,
		[...words, limit, offset],
	);
	return { pictures: found.map((row) => pictureOf(connection, textAt(row, 0))), total };
}

/** A picture with what the story that was changed last says of it. */
function pictureOf(connection: Connection, media: MediaPath): LibraryPicture {
	const [last] = connection.texts(
		['alt', 'caption', 'credit'],
		`from picture cross join story on story.n = picture.n where media = ?
			order by picture.updated desc, story.id desc, place limit 1`,
		[media],
	);
	const stories = connection.row('select count(distinct n) from picture where media = ?', [media]);
	const [alt, caption, credit] = [0, 1, 2].map((column) => textAt(last ?? null, column));
	return { media, alt: alt ?? '', caption: caption ?? '', credit: credit ?? '', stories: numberAt(stories, 0) };
}

/** Those of some pictures that a story shows. */
export function shownPictures(connection: Connection, media: readonly MediaPath[]): MediaPath[] {
	return connection
		.texts(['value'], 'from json_each(?) where exists (select 1 from picture where picture.media = value)', [
			JSON.stringify(media),
		])
		.map((row) => textAt(row, 0));
}

/** The stories that show a picture, the one changed last first. */
export function pictureUses(connection: Connection, media: MediaPath, limit: number): PictureUse[] {
	return connection
		.texts(
			['story.id', 'body.headline'],
			`from (select distinct n from picture where media = ?) as shown
				cross join story on story.n = shown.n cross join body on body.n = shown.n
				order by story.updated desc, story.id desc limit ?`,
			[media, limit],
		)
		.map((row) => ({ id: textAt(row, 0), headline: textAt(row, 1) }));
}
