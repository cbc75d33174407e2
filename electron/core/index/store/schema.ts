import { Status, statusEntry } from '#shared/model/status.ts';

/** The form of the index that this version keeps; another one is deleted and made anew. */
export const schemaVersion = 12;

/** What a moment is for stories that have none, so that they come last in every list. */
export const never = -1e15;

/** How statuses are kept, by their place. */
export const statusOrder: readonly Status[] = [...Status.options].sort(
	(one, other) => statusEntry(one).code - statusEntry(other).code,
);

/** What filters look at; it stands in each index of an order, so that a list reads nothing else. */
const filtered = 'status, trending, changed, flawed, language, category_set, updated, published, scheduled, shown_date';

/**
 * - `story`: what lists are filtered and sorted by. `own` errors lie in the story, `gone` are links to stories that are
 *   not there; `flawed` says whether there are any, those of its categories included. `changed`: readers have another
 *   version.
 * - `category_set`: a set of categories that some story has. There are few, and a story has one.
 * - `file`, `details`: what is read of single stories.
 * - `noted`: when readers were last told of a change, for stories in which they were.
 * - `facet`, `owner`: tags, authors and languages as they are written, and whose they are; languages stand in `story`.
 * - `picture`: the pictures of each story by their places; `words` is what they are found by, as `searchText` has it.
 * - `headlines`, `words`: the full text. Its words come from `searchText`, so that they need no folding here.
 */
export const schema = `
	create table story (
		n integer primary key, id text not null unique,
		status integer not null, trending integer not null, changed integer not null, flawed integer not null, language text not null,
		category_set integer not null, updated integer not null, published integer not null, scheduled integer not null,
		shown_date integer not null, headline text not null, own integer not null, gone integer not null
	);
	create index story_updated on story (updated, id, ${filtered.replace(' updated,', '')});
	create index story_published on story (published, id, ${filtered.replace(' published,', '')});
	create index story_scheduled on story (scheduled, id, ${filtered.replace(' scheduled,', '')});
	create index story_headline on story (headline, id, ${filtered});
	create index story_category_set on story (category_set, status, trending, changed, flawed, scheduled);
	create table category_set (n integer primary key, slugs text not null unique, missing integer not null);
	create table file (
		n integer primary key, path text not null, id text not null, slug text not null, former text not null,
		revision text not null, mark text not null
	);
	create index file_path on file (path);
	create table details (
		n integer primary key, summary text not null, linked text not null, links text not null, facets text not null
	);
	create table body (
		n integer primary key, standfirst text not null, rest text not null, headline text not null
	);
	create table facet (
		facet integer primary key, kind text not null, value text not null, shown text not null, stories integer not null,
		unique (kind, shown)
	);
	create index facet_value on facet (kind, value);
	create table owner (facet integer not null, n integer not null, primary key (facet, n)) without rowid;
	create table link (target text not null, n integer not null, times integer not null, primary key (target, n))
		without rowid;
	create table noted (n integer primary key, latest integer not null);
	create table picture (
		n integer not null, place integer not null, media text not null, updated integer not null, alt text not null,
		caption text not null, credit text not null, words text not null, primary key (n, place)
	) without rowid;
	create index picture_media on picture (media, updated, n);
	create virtual table headlines using fts5 (
		headline, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
	);
	create virtual table words using fts5 (
		headline, standfirst, rest, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'ascii'
	);
`;
