import type { ArticleId } from '#shared/model/article.ts';
import { type Connection, decodeText, textAt } from './connection.ts';
import type { FileRecord, StoredFiles } from './index-database.ts';
import { IndexDamaged, withNamedFailures } from './index-failure.ts';

/** These columns of many files as one text, with a zero between; no name of a file holds one. */
const gathered = (...columns: readonly string[]) => {
	// Not concat_ws, which leaves out what is empty, as the mark of a file is that was changed while it was put in.
	const fields = columns.map((column) => `file.${column}`).join(' || char(0) || ');
	return `cast(group_concat(${fields}, char(0)) as blob)`;
};

/** Marks of many files as one text: each path with its mark behind it, and a zero behind both. */
const gatheredMarks = `cast(group_concat(file.path || char(0) || file.mark || char(0), '') as blob)`;

const recordFields = gathered('id', 'path', 'slug', 'revision', 'mark');

/** What is known of a story's file; null for a story that is not there. */
export function fileRecord(connection: Connection, id: ArticleId): FileRecord | null {
	const from = 'from story cross join file on file.n = story.n where story.id = ?';
	const [bytes] = connection.textBytes(`select ${recordFields} ${from}`, [id]);
	if (bytes === undefined || bytes.length === 0) return null;
	const [own = '', path = '', slug = '', revision = '', mark] = decodeText(bytes).split('\0');
	if (mark === undefined) throw new IndexDamaged('A record of the index is damaged.');
	return { id: own, path, slug, revision, mark };
}

/** The story whose file lies there. */
export function storyAt(connection: Connection, path: string): ArticleId | null {
	const [row] = connection.texts(['id'], 'from file where path = ?', [path]);
	return row === undefined ? null : textAt(row, 0);
}

/** All files by path, so many at a time; changes made in between are seen. */
export function* storedFiles(connection: Connection, size: number): IterableIterator<StoredFiles> {
	const texts = `${gathered('id', 'path', 'slug', 'revision')}, ${gatheredMarks}, cast(count(*) as blob)`;
	for (const [stories, marks, count] of chunks(connection, texts, size, '', beyondAll)) {
		if (stories !== undefined && marks !== undefined && count !== undefined)
			yield { stories, marks, count: Number(decodeText(count)) };
	}
}

/** The marks of files by path, from one path up to, without it, another; packed, so many at a time. */
export function* packedMarks(
	connection: Connection,
	size: number,
	from: string,
	to: string,
): IterableIterator<Uint8Array> {
	for (const [marks] of chunks(connection, gatheredMarks, size, from, to)) if (marks !== undefined) yield marks;
}

/** Takes packed marks apart: each path with the mark behind it. */
export function unpackMarks(packed: Uint8Array): string[] {
	const texts = decodeText(packed).split('\0');
	// Behind the last zero comes nothing.
	if (texts.pop() !== '' || texts.length % 2 !== 0) throw new IndexDamaged('The marks of the index are damaged.');
	return texts;
}

/** Behind every path. */
const beyondAll = '\u{10ffff}';

function* chunks(
	connection: Connection,
	texts: string,
	size: number,
	from: string,
	to: string,
): IterableIterator<readonly Uint8Array[]> {
	const files = '(select * from file where path >= ? and path < ? order by path limit ?) as file';
	for (let first = from; ; ) {
		const [last, ...chunk] = withNamedFailures(() =>
			connection.textBytes(`select cast(max(path) as blob), ${texts} from ${files}`, [first, to, size]),
		);
		if (last === undefined || last.length === 0) return;
		yield chunk;
		// The least that is greater, as no name of a file holds a zero.
		first = `${decodeText(last)}\u0001`;
	}
}
