import Database from 'libsql';
import { searchText } from '#shared/text/search-text.ts';

/** The database that the bare insertion made: bare questions, to hold ours against. */
export interface Floor {
	/** A hundred stories from this place of the newest-first order, as objects. */
	page(place: number): unknown[];
	/** Fifty stories that hold words with these beginnings, in no order, as objects. */
	find(text: string): unknown[];
	close(): void;
}

/** Opens it for reading. */
export function openFloor(path: string): Floor {
	const database = new Database(path, { readonly: true });
	const page = database.prepare(
		'select summary from wide where n in (select n from story order by updated desc limit 100 offset ?)',
	);
	const find = database.prepare(
		'select summary from wide where n in (select rowid from words where words match ? limit 50)',
	);
	const parsed = (rows: unknown[]) => rows.map((row) => JSON.parse(String(summaryOf(row))));
	return {
		page: (place) => parsed(page.all([(place * 37) % 500])),
		find(text) {
			const words = searchText(text)
				.split(' ')
				.filter((word) => word !== '');
			return words.length === 0 ? [] : parsed(find.all([words.map((word) => `"${word}"*`).join(' ')]));
		},
		close: () => database.close(),
	};
}

function summaryOf(row: unknown): unknown {
	return typeof row === 'object' && row !== null && 'summary' in row ? row.summary : '';
}
