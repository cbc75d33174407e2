import { join } from 'node:path';
import type { DamagedJournal } from '#shared/contract/journal.ts';
import type { SessionId } from '#shared/contract/session-id.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { isTemporary } from '../disk/atomic-write.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { entryName, type JournalEntry, readEntry, readEntryName } from './journal-entry.ts';

/** Reads the entries that lie in the folders of a journal. */
export interface JournalReader {
	/** The newest entry of each session and story, and the files that do not parse. */
	read(): Promise<{ entries: readonly JournalEntry[]; damaged: readonly DamagedJournal[] }>;
	/** What a session last noted of a story. */
	readOne(session: SessionId, article: ArticleId): Promise<JournalEntry | null>;
}

/** Makes a reader of these folders, each on a disk of its own; a folder that cannot be read is told to `log` and passed over. */
export function journalReader(
	diskOf: (place: string) => FileSystem,
	places: readonly string[],
	log: (message: string, error?: unknown) => void,
): JournalReader {
	const readFile = async (place: string, name: string, found: JournalEntry[], damaged: DamagedJournal[]) => {
		const id = isTemporary(name) ? null : readEntryName(name);
		if (id === null) return;
		const path = join(place, name);
		try {
			const read = readEntry(await diskOf(place).readFile(path));
			if (read.kind === 'damaged') damaged.push({ path, reason: read.reason });
			else if (read.entry.article !== id.article || read.entry.session !== id.session) {
				damaged.push({ path, reason: 'It holds another story than its name says.' });
			} else found.push(read.entry);
		} catch (error) {
			const code = errorCode(error);
			if (code === null) throw error;
			if (code !== 'ENOENT' && code !== 'ENOTDIR') damaged.push({ path, reason: `It cannot be read (${code}).` });
		}
	};

	const readPlace = async (place: string, found: JournalEntry[], damaged: DamagedJournal[]) => {
		let names: string[];
		try {
			names = (await diskOf(place).list(place)).filter((entry) => entry.isFile()).map((entry) => entry.name);
		} catch (error) {
			if (errorCode(error) === null) throw error;
			if (errorCode(error) !== 'ENOENT') log(`the journal in ${place} could not be read`, error);
			return;
		}
		for (const name of names) await readFile(place, name, found, damaged);
	};

	const read = async () => {
		const found: JournalEntry[] = [];
		const damaged: DamagedJournal[] = [];
		for (const place of places) await readPlace(place, found, damaged);
		const newest = new Map<string, JournalEntry>();
		for (const entry of found.sort(byAge)) newest.set(entryName(entry.article, entry.session), entry);
		return { entries: [...newest.values()], damaged };
	};

	const readOne = async (session: SessionId, article: ArticleId): Promise<JournalEntry | null> => {
		const found: JournalEntry[] = [];
		for (const place of places) await readFile(place, entryName(article, session), found, []);
		return found.sort(byAge).at(-1) ?? null;
	};

	return { read, readOne };
}

/** The older first: by what was typed, and of the same text by when it was noted. */
function byAge(a: JournalEntry, b: JournalEntry): number {
	return a.version - b.version || Date.parse(a.at) - Date.parse(b.at);
}
