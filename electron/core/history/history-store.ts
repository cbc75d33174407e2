import { randomInt } from 'node:crypto';
import { basename, join } from 'node:path';
import { ulid } from 'ulid';
import type { HistoryPage, PastRevision, RevisionId, RevisionReason } from '#shared/contract/history.ts';
import { articleWordCount } from '#shared/document/article-text.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { Status } from '#shared/model/status.ts';
import { syncFolder } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { inLanes } from '../disk/in-lanes.ts';
import { syncFiles } from '../disk/sync-files.ts';
import { createWorkQueues } from '../disk/work-queues.ts';
import {
	appendRevision,
	type HistoryLog,
	loadHistory,
	noHistory,
	readRevision,
	stampOf,
	thinHistory,
} from './history-log.ts';
import { historyFormat } from './revision-record.ts';

/** A story as it is to be kept. */
export interface StoryNow {
	readonly article: Article;
	/** The bytes of its file. */
	readonly bytes: Uint8Array;
	readonly revision: Revision;
}

/** A text that was exported, with what the list of revisions shows of it. */
export interface ExportedText {
	readonly id: ArticleId;
	readonly status: Status;
	readonly headline: string;
	readonly words: number;
	readonly bytes: Uint8Array;
	readonly revision: Revision;
}

/** The histories of a newsroom's stories. */
export interface HistoryStore {
	/**
	 * Keeps a revision, durable once answered; null when the newest is the same already. A disk that refuses is a
	 * `FailureError`. `onlyNew` keeps only a text that no revision holds.
	 */
	keep(story: StoryNow, reason: RevisionReason, onlyNew?: boolean): Promise<PastRevision | null>;
	/**
	 * Keeps that these texts were exported; durable once it returns, all of them together. One that cannot be kept costs the
	 * others nothing, and is logged.
	 */
	keepExported(texts: Iterable<Promise<ExportedText | null>>): Promise<void>;
	/** When the newest revision was kept; null when there is none. */
	newest(id: ArticleId): Promise<PastRevision | null>;
	list(id: ArticleId, cursor: RevisionId | null, limit: number): Promise<HistoryPage>;
	/** The bytes of the story's file at a revision. */
	read(id: ArticleId, revision: RevisionId): Promise<Uint8Array>;
	/** The bytes of the file that has this hash, if a revision holds it. */
	find(id: ArticleId, revision: Revision): Promise<Uint8Array | null>;
	/** Waits for what is being written. */
	idle(): Promise<void>;
}

export interface HistoryOptions {
	readonly disk: FileSystem;
	/** The folder of the histories, with a file for each story. */
	readonly folder: string;
	/** Throws when a link would lead a write somewhere else. */
	readonly checkPath: (path: string) => Promise<void>;
	/** Who works here; asked anew for each revision. */
	readonly author: () => Promise<string>;
	readonly now: () => Date;
	/** Hears of stories with new revisions. */
	readonly changed: (ids: readonly ArticleId[]) => void;
	/** Hears of what went wrong beside the matter at hand. */
	readonly log: (message: string, error?: unknown) => void;
}

/** A text that others wrote, or that nobody knows the writer of, gets no name. */
const anonymous: ReadonlySet<RevisionReason> = new Set(['external', 'opened', 'before-external']);
/** As many texts of an export are kept at a time as a disk takes with profit. */
const lanes = 8;
/** As many histories as an editor has open at once stay known. */
const mostKnown = 40;

/** Keeps histories as one log per story. */
export function createHistoryStore({
	disk,
	folder,
	checkPath,
	author,
	now,
	changed,
	log,
}: HistoryOptions): HistoryStore {
	const queues = createWorkQueues();
	const pathOf = (id: ArticleId) => join(folder, `${id}.log`);
	const known = new Map<ArticleId, HistoryLog>();
	const thinned = new Map<ArticleId, string>();

	const remember = (id: ArticleId, history: HistoryLog) => {
		known.delete(id);
		known.set(id, history);
		for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
	};

	const load = async (id: ArticleId): Promise<HistoryLog> => {
		const before = known.get(id);
		if (before !== undefined) {
			const stamp = await stampOf(disk, pathOf(id));
			if (stamp?.size === before.stamp?.size && stamp?.file === before.stamp?.file) return before;
		}
		const history = await loadHistory(disk, pathOf(id));
		remember(id, history);
		return history;
	};

	/** The stories that have a history. */
	const storiesKept = async (): Promise<ReadonlySet<ArticleId>> => {
		try {
			return new Set((await disk.list(folder)).map(({ name }) => basename(name, '.log')));
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return new Set();
			throw error;
		}
	};

	/** Runs work on one story's history, with the disk's errors in words. */
	const onHistory = <Value>(id: ArticleId, action: 'read' | 'save', work: () => Promise<Value>): Promise<Value> =>
		queues.run(id, async () => {
			try {
				return await work();
			} catch (error) {
				// What lies there now is looked at anew.
				known.delete(id);
				throw diskFailure(error, action, 'the history of this story');
			}
		});

	const append = async (
		before: HistoryLog,
		id: ArticleId,
		bytes: Uint8Array,
		revision: PastRevision,
		isDurable: boolean,
	): Promise<void> => {
		const path = pathOf(id);
		const add = (to: HistoryLog) => appendRevision(disk, path, to, id, revision, bytes, isDurable);
		let after: HistoryLog;
		try {
			after = await add(before);
		} catch (error) {
			if (before.stamp !== null || errorCode(error) !== 'EEXIST') throw error;
			// Another Galley began it meanwhile, unless it is a link that leads nowhere.
			const begun = await loadHistory(disk, path);
			if (begun.stamp === null) throw error;
			return append(begun, id, bytes, revision, isDurable);
		}
		remember(id, after);
		if (before.stamp === null || after.stamp?.file === before.stamp.file) return;
		// Another Galley put a thinned history in its place meanwhile; what went into the old one is added again.
		const replaced = await loadHistory(disk, path);
		const isThere = replaced.revisions.some((each) => each.id === revision.id);
		remember(id, isThere ? replaced : await add(replaced));
	};

	/** Adds a text to the history of its story; null when that holds it already. */
	const keepText = async (
		{ id, status, headline, words, bytes, revision: hash }: Omit<ExportedText, 'words'> & { words(): number },
		reason: RevisionReason,
		{ onlyNew = false, isDurable = true, isFirst = false, writer = author },
	): Promise<PastRevision | null> => {
		const history = isFirst ? noHistory : await load(id);
		if (history.format > historyFormat) throw isNewer(id);
		const isSame = (revision: PastRevision) => revision.revision === hash;
		const newest = history.revisions.at(-1);
		const adds = isLight(reason) && newest?.reason !== reason;
		if (onlyNew ? history.revisions.some(isSame) : newest && isSame(newest) && !adds) return null;
		const moment = new Date(Math.max(now().getTime(), newest === undefined ? 0 : Date.parse(newest.at)));
		const revision: PastRevision = {
			id: ulid(moment.getTime(), randomFraction),
			at: moment.toISOString(),
			author: anonymous.has(reason) ? '' : await writer(),
			reason,
			status,
			headline,
			words: words(),
			revision: hash,
		};
		await append(history, id, bytes, revision, isDurable);
		return revision;
	};

	/** Once a day for each story that is worked on. */
	const thin = async (id: ArticleId) => {
		const today = now().toISOString().slice(0, 10);
		const history = known.get(id);
		if (history === undefined || thinned.get(id) === today) return;
		thinned.set(id, today);
		try {
			if (await thinHistory(disk, pathOf(id), history, now())) known.delete(id);
		} catch (error) {
			// The history is whole; it is only longer than it need be.
			known.delete(id);
			log('a history could not be thinned', error);
		}
	};

	return {
		keep: ({ article, bytes, revision }, reason, onlyNew = false) =>
			onHistory(article.id, 'save', async () => {
				await checkPath(pathOf(article.id));
				const { id, status, headline } = article;
				const words = () => articleWordCount(article);
				const kept = await keepText({ id, status, headline, words, bytes, revision }, reason, { onlyNew });
				if (kept === null) return null;
				await thin(id);
				changed([id]);
				return kept;
			}),
		async keepExported(texts) {
			await checkPath(folder);
			const kept: ArticleId[] = [];
			const name = await author();
			const writer = async () => name;
			const before = await storiesKept();
			await inLanes(texts, lanes, async (reading) => {
				try {
					const text = await reading;
					if (text === null) return;
					const listed = { ...text, words: () => text.words };
					const isFirst = !before.has(text.id);
					const work = () => keepText(listed, 'export', { isDurable: false, isFirst, writer });
					if ((await onHistory(text.id, 'save', work)) !== null) kept.push(text.id);
				} catch (error) {
					log('that a story was exported could not be kept', error);
				}
			});
			await syncFiles(
				folder,
				kept.map((id) => `${id}.log`),
			);
			if (kept.length > 0) await syncFolder(disk, folder);
			changed(kept);
		},
		newest: (id) => onHistory(id, 'read', async () => (await load(id)).revisions.at(-1) ?? null),
		list: (id, cursor, limit) =>
			onHistory(id, 'read', async () => {
				const { revisions, unreadableBytes } = await load(id);
				const newestFirst = [...revisions].reverse();
				const start = cursor === null ? 0 : newestFirst.findIndex((revision) => revision.id === cursor) + 1;
				const page = newestFirst.slice(start, start + limit);
				const next = start + limit < newestFirst.length ? (page.at(-1)?.id ?? null) : null;
				return { revisions: page, next, total: revisions.length, unreadableBytes };
			}),
		read: (id, revision) =>
			onHistory(id, 'read', async () => {
				const bytes = await readRevision(disk, pathOf(id), revision);
				if (bytes !== null) return bytes;
				throw new FailureError('not-found', 'This revision is no longer in the history of the story.', revision);
			}),
		find: (id, revision) =>
			onHistory(id, 'read', async () => {
				const found = (await load(id)).revisions.find((each) => each.revision === revision);
				return found === undefined ? null : readRevision(disk, pathOf(id), found.id);
			}),
		idle: () => queues.idle(),
	};
}

/** Random as `ulid` wants it, which by itself asks the system for each letter. */
function randomFraction(): number {
	return randomInt(2 ** 32) / 2 ** 32;
}

/** Reasons that are told of even when the text is the one before. */
function isLight(reason: RevisionReason): boolean {
	return reason === 'explicit-save' || reason === 'status' || reason === 'export' || reason === 'restore';
}

function isNewer(id: ArticleId): FailureError {
	return new FailureError(
		'newer-format',
		'A newer Galley wrote the history of this story, so nothing was added to it. Update Galley.',
		id,
	);
}
