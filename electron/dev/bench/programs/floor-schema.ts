import type Database from 'libsql';
import type { IndexedStory } from '#core/article-index.ts';

/** A table of what lists show, and a full-text index of the words: the least that an index of stories can be. */
export const schema = `
	pragma journal_mode = wal;
	pragma synchronous = normal;
	create table stories (
		rowid integer primary key, id text unique, path text, status text, language text, trending integer,
		updated text, published text, scheduled text, headline text, summary text, linked text, revision text
	);
	create index stories_updated on stories (updated);
	create index stories_published on stories (published);
	create index stories_headline on stories (headline);
	create virtual table words using fts5 (
		headline, standfirst, rest, content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
	);
`;

/** Prepares the insertion of one story's rows. */
export function prepareInsertion(database: Database.Database): (story: IndexedStory) => void {
	const story = database.prepare('insert into stories values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
	const words = database.prepare('insert into words (rowid, headline, standfirst, rest) values (?, ?, ?, ?)');
	return ({ summary, linked, words: text, revision }) => {
		const { lastInsertRowid } = story.run(
			summary.id,
			summary.path,
			summary.status,
			summary.language,
			summary.trending ? 1 : 0,
			summary.dates.updated,
			summary.dates.published,
			summary.dates.scheduled,
			summary.headline,
			JSON.stringify(summary),
			JSON.stringify(linked),
			revision,
		);
		words.run(lastInsertRowid, text.headline, text.standfirst, text.rest);
	};
}
