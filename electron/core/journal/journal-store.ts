import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SessionId, TextVersion } from '#shared/contract/session-id.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import { atomicWrite, makeFolders } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { thisProcess } from '../disk/process.ts';
import { createWorkQueues } from '../disk/work-queues.ts';
import { entryBytes, entryName } from './journal-entry.ts';
import { type JournalReader, journalReader } from './journal-reader.ts';

/** A text of a session, as it is noted or about to be saved. */
export interface UnsavedWork {
	readonly session: SessionId;
	readonly version: TextVersion;
	readonly basedOn: Revision;
	readonly base: Article | null;
	readonly mine: Article;
	/** A text that was sent to be saved before, when nobody knows what became of that. */
	readonly sent?: Article | undefined;
	/** When it was typed, if that was earlier than now. */
	readonly typed?: string | undefined;
}

/** The crash log of unsaved typing: one entry for each session and story. */
export interface JournalStore extends JournalReader {
	/**
	 * Notes unsaved work, durable once answered; what a newer note or a save of the session holds already is not noted.
	 * `besideNewsroom` says why it lies in the user's own folder; when that refuses too, it is a `FailureError`.
	 */
	write(work: UnsavedWork): Promise<{ at: string; besideNewsroom: string | null }>;
	clear(session: SessionId, article: ArticleId): Promise<void>;
	/**
	 * Runs a save of this text, which answers whether it is in the file now; then every note of the session that it holds
	 * is ended. A crash at any moment leaves no note that says less than the file.
	 */
	aroundSave<Outcome>(
		work: UnsavedWork,
		save: () => Promise<Outcome>,
		isSaved: (outcome: Outcome) => boolean,
	): Promise<Outcome>;
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

/** What is known of one session's entry of a story. */
interface Known {
	/** What lies in the journal; null when nothing does. */
	noted: UnsavedWork | null;
	/** The newest text that a save put into the file. */
	saved: UnsavedWork | null;
	/** The text that is being saved, or whose save did not end well. */
	sent: UnsavedWork | null;
}

const slow = 'The disk of the newsroom does not answer.';

/** Counts the changes that a text holds; fewer than any where there is none. */
function versionOf(work: UnsavedWork | null): TextVersion {
	return work?.version ?? -1;
}

/** Keeps a journal in a newsroom, and beside it when the newsroom refuses or does not answer. */
export function createJournalStore(options: JournalOptions): JournalStore {
	const { disk, fallbackDisk, folder, fallback, checkFolder, now, log, patience = 1500 } = options;
	const queues = createWorkQueues();
	const writer = thisProcess();
	/** The number of the newest write or clearing of an entry. */
	const turns = new Map<string, number>();
	/** By the entry's name. */
	const known = new Map<string, Known>();
	/** Entries to clear once the disk answers again, with their turn. */
	const owed = new Map<string, number>();
	let lastAt = 0;
	let stalled = 0;

	const diskOf = (place: string) => (place === fallback ? fallbackDisk : disk);
	const { read, readOne } = journalReader(diskOf, fallback === null ? [folder] : [folder, fallback], log);

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

	/** What work answers, or that the disk takes too long over it. */
	const inTime = async <Value>(work: Promise<Value>): Promise<Value | 'late'> => {
		const noLonger = new AbortController();
		const late = wait(patience, 'late' as const, { signal: noLonger.signal }).catch(() => 'late' as const);
		const first = await Promise.race([work, late]);
		noLonger.abort();
		return first;
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
		const first = await inTime(end);
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

	/** Removes an entry, within its queue. */
	const drop = async (name: string) => {
		const entry = known.get(name);
		if (entry !== undefined) entry.noted = null;
		if (fallback !== null) await remove(fallback, name);
		if (stalled > 0) owed.set(name, turns.get(name) ?? 0);
		else await remove(folder, name);
	};

	/** What is known of an entry, with what a process before this one left of it. */
	const knownOf = async (name: string, { session, mine }: UnsavedWork): Promise<Known> => {
		const already = known.get(name);
		if (already !== undefined) return already;
		const entry = await inTime(readOne(session, mine.id));
		const found: Known = { noted: null, saved: null, sent: null };
		// A disk that does not answer is asked again the next time.
		if (entry === 'late') return found;
		if (entry !== null) found.noted = { ...entry, sent: entry.sent ?? undefined, typed: entry.at };
		known.set(name, found);
		return found;
	};

	/** Writes an entry, over the one before. */
	const put = async (name: string, work: UnsavedWork) => {
		const { mine, session, version, basedOn, base, sent = null, typed } = work;
		// Each entry is later than the last, so that of two places the newer one is known.
		lastAt = Math.max(now().getTime(), lastAt + 1);
		const at = new Date(Math.min(lastAt, typed === undefined ? lastAt : Date.parse(typed))).toISOString();
		const bytes = entryBytes({ article: mine.id, session, version, writer, at, basedOn, base, mine, sent });
		const problem = await tryNewsroom(name, bytes);
		const before = known.get(name);
		if (before !== undefined) before.noted = work;
		if (problem === null) {
			if (fallback !== null) await remove(fallback, name).catch((error: unknown) => log('an old note stays', error));
			return { at, besideNewsroom: null };
		}
		if (fallback === null) throw new FailureError('disk', problem, folder);
		try {
			await writeTo(fallback, name, bytes);
		} catch (error) {
			throw diskFailure(error, 'save', `the unsaved text in ${fallback}, and the newsroom refused it too`);
		}
		return { at, besideNewsroom: problem };
	};

	/** Before a save: a note says as much as the file will, or knows that the file may be its session's own. */
	const beginSave = (name: string, work: UnsavedWork) =>
		queues.run(name, async () => {
			const entry = await knownOf(name, work);
			entry.sent = work;
			if (entry.noted === null || entry.noted.version === work.version) return;
			takeTurn(name);
			await put(name, entry.noted.version < work.version ? work : { ...entry.noted, sent: work.mine });
		});

	/** After a save: what it holds need not be noted any more. */
	const endSave = (name: string, work: UnsavedWork) =>
		queues.run(name, async () => {
			const entry = await knownOf(name, work);
			if (work.version > versionOf(entry.saved)) entry.saved = work;
			if (entry.sent === work) entry.sent = null;
			if (entry.noted !== null && entry.noted.version <= work.version) await drop(name);
		});

	return {
		write: (work) => {
			const name = entryName(work.mine.id, work.session);
			takeTurn(name);
			return queues.run(name, async () => {
				const { noted, saved, sent } = await knownOf(name, work);
				const held = Math.max(versionOf(saved), versionOf(noted));
				// It was under way for longer than what was typed after it.
				if (work.version <= versionOf(saved) || work.version < held)
					return { at: now().toISOString(), besideNewsroom: null };
				// Its page may not have heard yet that an earlier text of it is in the file.
				const before = sent ?? (saved?.basedOn === work.basedOn ? saved : null);
				if (before === null) return put(name, work);
				return put(name, before.version < work.version ? { ...work, sent: before.mine } : before);
			});
		},
		clear: (session, article) => {
			const name = entryName(article, session);
			takeTurn(name);
			return queues.run(name, () => drop(name));
		},
		async aroundSave(work, save, isSaved) {
			const name = entryName(work.mine.id, work.session);
			// The story is saved whatever becomes of its notes.
			await beginSave(name, work).catch((error: unknown) =>
				log('unsaved text could not be noted before its save', error),
			);
			const outcome = await save();
			if (isSaved(outcome)) await endSave(name, work).catch((error: unknown) => log('a journal entry stays', error));
			return outcome;
		},
		read,
		readOne,
		idle: () => queues.idle(),
	};
}
