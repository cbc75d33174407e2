import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { IndexState } from '#shared/contract/articles.ts';
import type { NewsroomId } from '#shared/contract/newsroom.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Category } from '#shared/model/category.ts';
import type { StyleRule } from '#shared/model/house-style.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { Person } from '#shared/model/person.ts';
import type { ListedWord } from '#shared/model/word-list.ts';
import { type ArticleStore, createArticleStore } from '../articles/article-store.ts';
import type { IndexEvent } from '../articles/index-events.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { limitDisk } from '../disk/limit-disk.ts';
import { inNewsroom, newsroomIdOf, refuseWayOut } from '../disk/newsroom-path.ts';
import { createWorkQueues, type WorkQueues } from '../disk/work-queues.ts';
import { createWriteLock, type WriteLock } from '../disk/write-lock.ts';
import { createHistoryStore, type HistoryStore } from '../history/history-store.ts';
import { indexPlaces } from '../index/store/index-places.ts';
import { createLocalIndex } from '../index/thread/local-index.ts';
import { createWorkerIndex } from '../index/thread/worker-index.ts';
import { createJournalStore, type JournalStore } from '../journal/journal-store.ts';
import { createMediaStore, type MediaStore } from '../media/media-store.ts';
import { houseStyleFile, saveHouseStyle } from './house-style-file.ts';
import { removeLeftovers } from './leftovers.ts';
import {
	mustBeWritable,
	type NewsroomFolder,
	openNewsroomFolder,
	putCategoriesBack,
	readCategoriesFile,
	saveCategoriesFile,
	saveNewsroomSettings,
	savePeopleFile,
	settingsFiles,
} from './newsroom-folder.ts';
import { changeWordList, wordsFile } from './words-file.ts';

/** A newsroom that is open: its folder, stories and images. */
export interface OpenNewsroom {
	/** What requests name it by. */
	readonly id: NewsroomId;
	/** The folder with its settings as they now are. */
	readonly folder: () => NewsroomFolder;
	readonly articles: ArticleStore;
	/** The newsroom's disk, with so many calls at once that it keeps no other disk waiting. */
	readonly disk: FileSystem;
	/** Held for each moment in which files of the newsroom change that another Galley may change too. */
	readonly lock: WriteLock;
	readonly now: () => Date;
	/** Who works here; empty where nobody is known. */
	readonly who: () => Promise<string>;
	readonly media: MediaStore;
	readonly history: HistoryStore;
	readonly journal: JournalStore;
	/** Hears of what went wrong beside the matter at hand. */
	readonly log: (message: string, error?: unknown) => void;
	saveSettings(newsroom: Newsroom): Promise<void>;
	saveCategories(categories: readonly Category[]): Promise<void>;
	/**
	 * Changes the taxonomy as its file holds it at this moment: to other categories, or to the very bytes of before; null
	 * leaves it as it is. Answers what it is then.
	 */
	changeCategories(change: ChangeCategories): Promise<readonly Category[]>;
	savePeople(people: readonly Person[]): Promise<void>;
	/** Saves the rules of the house style; those of its file that do not fit stay, unless they are to be dropped. */
	saveHouseStyle(rules: readonly StyleRule[], dropsBad: boolean): Promise<void>;
	/** Adds words to the newsroom's list and removes others, as its file holds it at this moment. */
	changeWords(add: readonly ListedWord[], remove: readonly ListedWord[]): Promise<void>;
	/** Takes over what another program made of the settings and the taxonomy; files that are damaged change nothing. */
	reloadSettings(): Promise<'same' | 'changed' | 'damaged'>;
	/** Resolves once every story is known and found; rejects with a `FailureError` when that will not be. */
	whole(): Promise<void>;
	/** Waits for the saves under way, and keeps what was saved since the newest revision. */
	settle(): Promise<void>;
	/** Settles, and puts the index down. */
	close(): Promise<void>;
}

/** What becomes of the taxonomy that the bytes hold. */
export type ChangeCategories = (
	now: readonly Category[],
	bytes: Uint8Array,
) => { readonly categories: readonly Category[]; readonly bytes?: Uint8Array } | null;

/** What an open newsroom takes from the host around it. */
export interface NewsroomSurroundings {
	/** Who works in this newsroom; empty for the name of the computer's user. */
	readonly author: (folder: NewsroomFolder) => Promise<string>;
	/** Where the journal and the index go when the newsroom refuses them; null when there is no such place. */
	readonly userData: string | null;
	/** The bundled worker that keeps the index; without one it is kept in this thread. */
	readonly indexWorker?: string | undefined;
	readonly indexChanged?: (state: IndexState) => void;
	readonly historyChanged: (ids: readonly ArticleId[]) => void;
	readonly log: (message: string, error?: unknown) => void;
}

/** How long a small newsroom may keep the window waiting, in milliseconds. */
const longestReading = 1000;

/** Of the four threads that Node has for all disks, one stays free for other disks when that of the newsroom hangs. */
const mostCalls = 3;

const plainSurroundings: NewsroomSurroundings = {
	author: async () => '',
	userData: null,
	historyChanged: () => {},
	log: (message, error) => console.error(message, error),
};

/**
 * Opens a newsroom and begins to read its stories; a folder that cannot be used is a `FailureError` and nothing is
 * changed. A small newsroom is read whole when this returns; see `whole` for the others.
 */
export async function openNewsroom(
	givenDisk: FileSystem,
	untrustedPath: string,
	changed: (ids: readonly ArticleId[]) => void,
	now: () => Date = () => new Date(),
	surroundings: NewsroomSurroundings = plainSurroundings,
): Promise<OpenNewsroom> {
	let folder = await openNewsroomFolder(givenDisk, untrustedPath);
	const id = await newsroomIdOf(givenDisk, folder.path);
	const disk = limitDisk(givenDisk, mostCalls);
	const queues = createWorkQueues();
	const { log } = surroundings;
	const own = (path: string) => inNewsroom(folder.path, `.galley/${path}`);
	const who = async () => (await surroundings.author(folder)) || userName();
	const history = createHistoryStore({
		disk,
		folder: own('history'),
		checkPath: (path) => refuseWayOut(disk, folder.path, path),
		author: who,
		now,
		changed: (ids) => surroundings.historyChanged(ids),
		log,
	});
	const journal = createJournalStore({
		disk,
		fallbackDisk: givenDisk,
		folder: own('journal'),
		fallback: surroundings.userData === null ? null : journalBeside(surroundings.userData, folder.path),
		checkFolder: async () => {
			await mustBeWritable(disk, folder);
			await refuseWayOut(disk, folder.path, own('journal'));
		},
		now,
		log,
	});
	const lock = createWriteLock(disk, folder.path);
	const indexOptions = {
		newsroom: folder.path,
		places: await indexPlaces(disk, folder, surroundings.userData),
		settings: folder.newsroom,
		categories: folder.categories,
	};
	const openIndex = (hear: (event: IndexEvent) => void) =>
		surroundings.indexWorker === undefined
			? createLocalIndex(indexOptions, hear, now)
			: createWorkerIndex(surroundings.indexWorker, indexOptions, hear);
	const articles = createArticleStore({
		disk,
		queues,
		lock,
		history,
		folder: () => folder,
		now,
		who,
		openIndex,
		changed,
		indexChanged: surroundings.indexChanged,
		log,
	});
	const { reading } = articles;
	const followNewsroom = () => articles.follow(folder.newsroom, folder.categories);
	await Promise.race([reading.enough, setTimeout(longestReading, undefined, { ref: false })]);
	const tidy = async () => {
		// In nobody's way, so the files are looked at first; what is closed before that is tidied the next time.
		const isWhole = await reading.whole.then(
			() => true,
			() => false,
		);
		if (isWhole && folder.readOnly === null) await removeLeftovers(disk, folder.path);
	};
	const tidied = tidy().catch((error: unknown) => log('leftovers of unfinished writes stay', error));
	const settle = async () => {
		await queues.idle();
		if (folder.readOnly === null) await articles.settle();
		await journal.idle();
	};
	return {
		id,
		whole: () => Promise.all([reading.whole, reading.indexed()]).then(() => {}),
		settle,
		folder: () => folder,
		articles,
		disk,
		lock,
		now,
		who,
		history,
		journal,
		log,
		media: createMediaStore(disk, () => folder, now),
		saveSettings: (newsroom) =>
			queues.run('newsroom.json', async () => {
				await mustBeWritable(disk, folder);
				await saveNewsroomSettings(disk, folder.path, newsroom);
				folder = { ...folder, newsroom };
				followNewsroom();
			}),
		saveCategories: (categories) =>
			queues.run('categories.json', async () => {
				await mustBeWritable(disk, folder);
				await saveCategoriesFile(disk, folder.path, categories);
				folder = { ...folder, categories };
				followNewsroom();
			}),
		changeCategories: (change) =>
			queues.run('categories.json', async () => {
				await mustBeWritable(disk, folder);
				const now = await readCategoriesFile(disk, folder.path);
				const next = change(now.categories, now.bytes);
				if (next?.bytes !== undefined) await putCategoriesBack(disk, folder.path, next.bytes);
				else if (next !== null) await saveCategoriesFile(disk, folder.path, next.categories);
				folder = { ...folder, categories: next?.categories ?? now.categories };
				followNewsroom();
				return folder.categories;
			}),
		savePeople: (people) =>
			queues.run('people.json', async () => {
				await mustBeWritable(disk, folder);
				await savePeopleFile(disk, folder.path, people);
				folder = { ...folder, people };
			}),
		saveHouseStyle: (rules, dropsBad) =>
			queues.run(houseStyleFile, async () => {
				await mustBeWritable(disk, folder);
				const houseStyle = await saveHouseStyle(disk, folder.path, rules, dropsBad);
				folder = { ...folder, houseStyle };
			}),
		changeWords: (add, remove) =>
			queues.run(wordsFile, async () => {
				await mustBeWritable(disk, folder);
				const words = await changeWordList(disk, folder.path, add, remove);
				folder = { ...folder, words };
			}),
		// In line with the saves above, so that what they write is not taken for another program's.
		reloadSettings: () =>
			runInAll(queues, settingsFiles, async () => {
				const next = await reopenFolder(disk, folder.path);
				if (next === null) return 'damaged';
				if (isDeepStrictEqual(next, folder)) return 'same';
				folder = next;
				followNewsroom();
				return 'changed';
			}),
		close: async () => {
			articles.endReading('This newsroom was closed. Open it again.');
			await settle();
			await tidied;
			if (folder.readOnly === null) await lock.rest();
			await articles.close();
		},
	};
}

/** Runs work once each of these queues has come to it. */
function runInAll<Value>(
	queues: WorkQueues,
	[first, ...others]: readonly string[],
	work: () => Promise<Value>,
): Promise<Value> {
	return first === undefined ? work() : queues.run(first, () => runInAll(queues, others, work));
}

async function reopenFolder(disk: FileSystem, path: string): Promise<NewsroomFolder | null> {
	try {
		return await openNewsroomFolder(disk, path);
	} catch (error) {
		if (error instanceof FailureError) return null;
		throw error;
	}
}

/** The journal of a newsroom in the user's own folder, apart from those of other newsrooms. */
function journalBeside(userData: string, newsroom: string): string {
	return join(userData, 'journal', createHash('sha256').update(newsroom).digest('hex').slice(0, 16));
}

function userName(): string {
	try {
		return userInfo().username;
	} catch {
		// A user without an entry in the system's list has no name.
		return '';
	}
}
