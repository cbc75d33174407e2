import type { ArticleId } from '#shared/model/article.ts';
import { type Connection, numberAt, textAt, type Value } from './connection.ts';
import type { FileRecord } from './index-database.ts';
import { withNamedFailures } from './index-failure.ts';

const columns = ['file.id', 'file.path', 'file.slug', 'file.revision', 'file.mark'];

/** What is known of a story's file; null for a story that is not there. */
export function fileRecord(connection: Connection, id: ArticleId): FileRecord | null {
	const from = 'from story cross join file on file.n = story.n where story.id = ?';
	const [row] = connection.texts(columns, from, [id]);
	return row === undefined ? null : recordOf(row);
}

/** The records of all stories by path, so many at a time; changes made in between are seen. */
export function* fileRecords(connection: Connection, size: number): IterableIterator<readonly FileRecord[]> {
	let [path, n] = ['', -1];
	for (;;) {
		const rows = withNamedFailures(() =>
			connection.texts([...columns, 'file.n'], 'from file where (path, n) > (?, ?) order by path, n limit ?', [
				path,
				n,
				size,
			]),
		);
		const last = rows.at(-1);
		if (last === undefined) return;
		[path, n] = [textAt(last, 1), numberAt(last, 5)];
		yield rows.map(recordOf);
	}
}

function recordOf(row: readonly Value[]): FileRecord {
	return {
		id: textAt(row, 0),
		path: textAt(row, 1),
		slug: textAt(row, 2),
		revision: textAt(row, 3),
		mark: textAt(row, 4),
	};
}
