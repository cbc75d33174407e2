import type { ArticleId, Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { type Connection, numberAt, textAt, type Value } from './connection.ts';
import { withNamedFailures } from './index-failure.ts';

const columns = ['file.id', 'file.path', 'file.slug', 'file.revision', 'file.mark', 'file.former'];

/** What the index knows of a story's file. */
export interface FileRecord {
	readonly id: ArticleId;
	readonly path: string;
	readonly slug: Slug;
	/** Addresses that it had before. */
	readonly formerSlugs: readonly Slug[];
	readonly revision: Revision;
	/** Tells without reading whether the file is still the same. */
	readonly mark: string;
}

/** What is known of a story's file; null for a story that is not there. */
export function fileRecord(connection: Connection, id: ArticleId): FileRecord | null {
	const story = connection.row('select n from story where id = ?', [id]);
	if (story === null) return null;
	const [row] = connection.texts(columns, 'from file where n = ?', [numberAt(story, 0)]);
	return row === undefined ? null : recordOf(row);
}

/** The story whose file lies there. */
export function storyAt(connection: Connection, path: string): ArticleId | null {
	const [row] = connection.texts(['id'], 'from file where path = ?', [path]);
	return row === undefined ? null : textAt(row, 0);
}

/** Behind every path. */
const beyondAll = '\u{10ffff}';

/** Files by path, from one path up to, without it, another, so many at a time; changes made in between are seen. */
export function* storedFiles(
	connection: Connection,
	size: number,
	from = '',
	to = beyondAll,
): IterableIterator<readonly FileRecord[]> {
	for (let first = from; ; ) {
		const rows = withNamedFailures(() =>
			connection.texts(columns, 'from file where path >= ? and path < ? order by path limit ?', [first, to, size]),
		);
		const files = rows.map(recordOf);
		const last = files.at(-1);
		if (last === undefined) return;
		yield files;
		// The least that is greater, as no name of a file holds a zero.
		first = `${last.path}\u0001`;
	}
}

/** The same for nearly every story, so that a hundred thousand have one. */
const none: readonly Slug[] = [];

function recordOf(row: readonly Value[]): FileRecord {
	const [id = '', path = '', slug = '', revision = '', mark = '', former = ''] = [0, 1, 2, 3, 4, 5].map((column) =>
		textAt(row, column),
	);
	return { id, path, slug, formerSlugs: former === '' ? none : former.split(' '), revision, mark };
}
