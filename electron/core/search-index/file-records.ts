import type { ArticleId } from '#shared/model/article.ts';
import { type Connection, textAt } from './connection.ts';
import type { FileRecord } from './index-database.ts';
import { IndexDamaged, withNamedFailures } from './index-failure.ts';

const columns = ['id', 'path', 'slug', 'revision', 'mark'] as const;
const separator = 0;

const fields = columns.map((column) => `file.${column}`).join(' || char(0) || ');
const packed = `select cast(group_concat(${fields}, char(0)) as blob)`;

/** What is known of a story's file; null for a story that is not there. */
export function fileRecord(connection: Connection, id: ArticleId): FileRecord | null {
	const from = 'from story cross join file on file.n = story.n where story.id = ?';
	return unpackRecords(connection.textBytes(`${packed} ${from}`, [id]))[0] ?? null;
}

/**
 * The records of all stories by path, so many at a time and packed; see `unpackRecords`. Changes made in between are
 * seen. No name of a file holds the byte that keeps them apart.
 */
export function* packedRecords(connection: Connection, size: number): IterableIterator<Uint8Array> {
	const [from, after] = ['from file', 'where path > ? order by path limit ?'];
	let path = '';
	for (;;) {
		const [last, bytes] = withNamedFailures(() => {
			const [end] = connection.texts(['max(path)'], `from (select path ${from} ${after})`, [path, size]);
			const upTo = 'where path > ? and path <= ? order by path';
			const next = end === undefined ? '' : textAt(end, 0);
			return [next, connection.textBytes(`${packed} from (select * ${from} ${upTo}) as file`, [path, next])] as const;
		});
		if (bytes.length === 0) return;
		path = last;
		yield bytes;
	}
}

/** Takes packed records apart; each text stands for itself, so that keeping one keeps nothing else. */
export function unpackRecords(bytes: Uint8Array): FileRecord[] {
	const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const records: FileRecord[] = [];
	let at = 0;
	const next = () => {
		const found = packed.indexOf(separator, at);
		const end = found < 0 ? packed.length : found;
		const text = packed.toString('utf8', at, end);
		at = end + 1;
		return text;
	};
	while (at < packed.length) {
		const record = { id: next(), path: next(), slug: next(), revision: next(), mark: next() };
		// A text that lacks its end is damage: each mark is followed by the next record's id, or by nothing.
		if (at > packed.length + 1) throw new IndexDamaged('The records of the index are damaged.');
		records.push(record);
	}
	return records;
}
