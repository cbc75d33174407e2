import { z } from 'zod';
import { SessionId, TextVersion } from '#shared/contract/session-id.ts';
import { Article, type ArticleId, Moment, Revision } from '#shared/model/article.ts';

/** Unsaved text that lies in the browser, because the host did not take it. */
export const BrowserNote = z.object({
	session: SessionId,
	version: TextVersion,
	basedOn: Revision,
	base: Article,
	article: Article,
	/** The text of a save that was never answered. */
	sent: Article.nullable(),
	typed: Moment,
});
export type BrowserNote = z.infer<typeof BrowserNote>;

/** The unsaved texts of one newsroom that lie in this browser. Each call may fail as the browser's storage does. */
export interface BrowserNotes {
	/** The folder of the newsroom. */
	readonly newsroom: string;
	/** Keeps a text, in place of the last one of its session and story; it outlives the browser's end once resolved. */
	keep(note: BrowserNote): Promise<void>;
	/** Drops what a session has kept of a story up to a version. */
	drop(session: SessionId, id: ArticleId, version: TextVersion): Promise<void>;
	/** All that is kept, and how many records cannot be read; those stay. */
	list(): Promise<{ readonly notes: readonly BrowserNote[]; readonly damaged: number }>;
}

/** Keeps nothing, where there is no browser. */
export const noBrowserNotes: BrowserNotes = {
	newsroom: '',
	keep: async () => {
		throw new Error('There is no storage of a browser here.');
	},
	drop: async () => {},
	list: async () => ({ notes: [], damaged: 0 }),
};

const store = 'unsaved';

/** Keeps unsaved text in the browser's own database, by the folder of its newsroom; another origin has another one. */
export function openBrowserNotes(newsroom: string): BrowserNotes {
	if (typeof indexedDB === 'undefined') return noBrowserNotes;
	let opening: Promise<IDBDatabase> | null = null;
	const database = () => {
		opening ??= openDatabase().catch((error: unknown) => {
			// It is tried again the next time.
			opening = null;
			throw error;
		});
		return opening;
	};
	const inNewsroom = IDBKeyRange.bound([newsroom], [newsroom, []]);
	return {
		newsroom,
		async keep(note) {
			const key = [newsroom, note.article.id, note.session];
			const records = objectStore(await database(), 'readwrite');
			records.put(note, key);
			await ended(records.transaction);
		},
		async drop(session, id, version) {
			const key = [newsroom, id, session];
			const records = objectStore(await database(), 'readwrite');
			const asked = records.get(key);
			asked.onsuccess = () => {
				const found = BrowserNote.safeParse(asked.result);
				if (found.success && found.data.version <= version) records.delete(key);
			};
			await ended(records.transaction);
		},
		async list() {
			const records = objectStore(await database(), 'readonly');
			const asked = records.getAll(inNewsroom);
			await ended(records.transaction);
			const read = asked.result.map((value: unknown) => BrowserNote.safeParse(value));
			const notes = read.flatMap((each) => (each.success ? [each.data] : []));
			return { notes, damaged: read.length - notes.length };
		},
	};
}

function openDatabase(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const asked = indexedDB.open('galley', 1);
		asked.onupgradeneeded = () => asked.result.createObjectStore(store);
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error);
	});
}

function objectStore(database: IDBDatabase, mode: 'readonly' | 'readwrite'): IDBObjectStore {
	// Else the browser answers before the text is on the disk.
	return database.transaction(store, mode, { durability: 'strict' }).objectStore(store);
}

function ended(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new Error('The browser did not keep the text.'));
	});
}
