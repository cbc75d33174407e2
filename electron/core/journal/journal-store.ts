import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DamagedJournal, SessionId } from '#shared/contract/journal.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import { atomicWrite, isTemporary, makeFolders } from '../atomic-write.ts';
import { diskFailure } from '../disk-failure.ts';
import { errorCode, type FileSystem } from '../file-system.ts';
import { createWorkQueues } from '../work-queues.ts';
import { entryBytes, entryName, type JournalEntry, readEntry, readEntryName } from './journal-entry.ts';
import { thisProcess } from './writer-process.ts';

/** What is to be noted. */
export interface UnsavedWork {
	readonly session: SessionId;
	readonly basedOn: Revision;
	readonly base: Article | null;
	readonly mine: Article;
}

/** The crash log of unsaved typing: one entry for each session and story. */
export interface JournalStore {
	/**
	 * Notes unsaved work, durable once answered. `besideNewsroom` says why it lies in the user's own folder; when that
	 * refuses too, it is a `FailureError`.
	 */
	write(work: UnsavedWork): Promise<{ at: string; besideNewsroom: string | null }>;
	clear(session: SessionId, article: ArticleId): Promise<void>;
	/** Drops the session's entry if it holds nothing but this. */
	clearIfSame(session: SessionId, article: Article): Promise<void>;
	/** The newest entry of each session and story, and the files that do not parse. */
	read(): Promise<{ entries: readonly JournalEntry[]; damaged: readonly DamagedJournal[] }>;
	/** What a session last noted of a story. */
	readOne(session: SessionId, article: ArticleId): Promise<JournalEntry | null>;
	/** Waits for what is being written. */
	idle(): Promise<void>;
}

export interface JournalOptions {
	readonly disk: FileSystem;
	/** The disk of the fallback, which answers though that of the newsroom hangs. */
	readonly fallbackDisk: FileSystem;
	/** The journal's folder in the newsroom. */
	readonly folder: string;
	/** Its folder on this computer for when the newsroom refuses; null when there is none. */
	readonly fallback: string | null;
	/** Throws when nothing can be noted in the newsroom. */
	readonly checkFolder: () => Promise<void>;
	readonly now: () => Date;
	readonly log: (message: string, error?: unknown) => void;
	/** How long the newsroom's disk may take, in milliseconds, before the fallback is used. */
	readonly patience?: number | undefined;
}

const slow = 'The disk of the newsroom does not answer.';

/** Keeps a journal in a newsroom, and beside it when the newsroom refuses or does not answer. */
export function createJournalStore(options: JournalOptions): JournalStore {
	const { disk, fallbackDisk, folder, fallback, checkFolder, now, log, patience = 1500 } = options;
	const queues = createWorkQueues();
	const writer = thisProcess();
	/** The number of the newest write or clearing of an entry. */
	const turns = new Map<string, number>();
	/** What was last noted here, as JSON, by the entry's name. */
	const noted = new Map<string, string>();
	/** Entries to clear once the disk answers again, with their turn. */
	const owed = new Map<string, number>();
	let lastAt = 0;
	let stalled = 0;

	const diskOf = (place: string) => (place === fallback ? fallbackDisk : disk);

	const writeTo = async (place: string, name: string, bytes: Uint8Array) => {
		const path = join(place, name);
		try {
			await atomicWrite(diskOf(place), path, bytes);
		} catch (error) {
			if (errorCode(error) !== 'ENOENT') throw error;
			await makeFolders(diskOf(place), place);
			await atomicWrite(diskOf(place), path, bytes);
		}
	};

	const remove = async (place: string, name: string) => {
		try {
			await diskOf(place).unlink(join(place, name));
		} catch (error) {
			const code = errorCode(error);
			if (code !== 'ENOENT' && code !== 'ENOTDIR') throw diskFailure(error, 'save', 'the journal of unsaved text');
		}
	};

	/** Writes to the newsroom; answers why it could not, or null. */
	const tryNewsroom = async (name: string, bytes: Uint8Array): Promise<string | null> => {
		if (stalled > 0) return slow;
		const attempt = async () => {
			try {
				await checkFolder();
				await writeTo(folder, name, bytes);
				return null;
			} catch (error) {
				const failure = diskFailure(error, 'save', 'the unsaved text in the newsroom');
				if (!(failure instanceof FailureError)) throw error;
				return failure.failure.message;
			}
		};
		const end = attempt();
		const noLonger = new AbortController();
		const late = wait(patience, 'late' as const, { signal: noLonger.signal }).catch(() => 'late' as const);
		const first = await Promise.race([end, late]);
		noLonger.abort();
		if (first !== 'late') return first;
		stalled += 1;
		end.then(settleStall, settleStall).catch((error: unknown) => log('an old note stays in the journal', error));
		return slow;
	};

	/** Clears what could not be cleared while the disk did not answer. */
	const settleStall = async () => {
		stalled -= 1;
		if (stalled > 0) return;
		const names = [...owed];
		owed.clear();
		for (const [name, turn] of names) {
			// Whoever wrote since has something to keep there.
			await queues.run(name, async () => (turns.get(name) === turn ? remove(folder, name) : undefined));
		}
	};

	const takeTurn = (name: string) => {
		const turn = (turns.get(name) ?? 0) + 1;
		turns.set(name, turn);
		return turn;
	};

	const clear = (name: string) => {
		const turn = takeTurn(name);
		return queues.run(name, async () => {
			noted.delete(name);
			if (fallback !== null) await remove(fallback, name);
			if (stalled > 0) owed.set(name, turn);
			else await remove(folder, name);
		});
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
		for (const name of names) {
			const id = isTemporary(name) ? null : readEntryName(name);
			if (id === null) continue;
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
				if (code !== 'ENOENT') damaged.push({ path, reason: `It cannot be read (${code}).` });
			}
		}
	};

	const read = async () => {
		const found: JournalEntry[] = [];
		const damaged: DamagedJournal[] = [];
		await readPlace(folder, found, damaged);
		if (fallback !== null) await readPlace(fallback, found, damaged);
		const newest = new Map<string, JournalEntry>();
		for (const entry of found.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
			newest.set(entryName(entry.article, entry.session), entry);
		}
		return { entries: [...newest.values()], damaged };
	};

	return {
		write: (work) => {
			const name = entryName(work.mine.id, work.session);
			takeTurn(name);
			return queues.run(name, async () => {
				// Each entry is later than the last, so that of two places the newer one is known.
				lastAt = Math.max(now().getTime(), lastAt + 1);
				const at = new Date(lastAt).toISOString();
				const bytes = entryBytes({ article: work.mine.id, session: work.session, writer, at, ...withoutSession(work) });
				const problem = await tryNewsroom(name, bytes);
				noted.set(name, JSON.stringify(work.mine));
				if (problem === null) {
					if (fallback !== null)
						await remove(fallback, name).catch((error: unknown) => log('an old note stays', error));
					return { at, besideNewsroom: null };
				}
				if (fallback === null) throw new FailureError('disk', problem, folder);
				try {
					await writeTo(fallback, name, bytes);
				} catch (error) {
					throw diskFailure(error, 'save', `the unsaved text in ${fallback}, and the newsroom refused it too`);
				}
				return { at, besideNewsroom: problem };
			});
		},
		clear: (session, article) => clear(entryName(article, session)),
		async clearIfSame(session, article) {
			const name = entryName(article.id, session);
			if (noted.get(name) === JSON.stringify(article)) await clear(name);
		},
		read,
		async readOne(session, article) {
			const { entries } = await read();
			return entries.find((entry) => entry.session === session && entry.article === article) ?? null;
		},
		idle: () => queues.idle(),
	};
}

function withoutSession({ session: _, ...rest }: UnsavedWork): Omit<UnsavedWork, 'session'> {
	return rest;
}
