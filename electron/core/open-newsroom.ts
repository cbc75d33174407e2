import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Category } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { createCatalogue } from './catalogue.ts';
import type { FileSystem } from './file-system.ts';
import { fillShelf } from './fill-shelf.ts';
import { createHistoryStore, type HistoryStore } from './history/history-store.ts';
import { createStoryKeeper } from './history/story-keeper.ts';
import { createJournalStore, type JournalStore } from './journal/journal-store.ts';
import { removeLeftovers } from './leftovers.ts';
import { createMediaStore, type MediaStore } from './media-store.ts';
import { createMemoryIndex } from './memory-index.ts';
import {
	mustBeWritable,
	type NewsroomFolder,
	openNewsroomFolder,
	saveCategoriesFile,
	saveNewsroomSettings,
} from './newsroom-folder.ts';
import { inNewsroom, refuseWayOut } from './newsroom-path.ts';
import type { Shelf } from './shelf.ts';
import { createWorkQueues } from './work-queues.ts';
import { createWriteLock } from './write-lock.ts';

/** A newsroom that is open: its folder, stories and images. */
export interface OpenNewsroom {
	/** The folder with its settings as they now are. */
	readonly folder: () => NewsroomFolder;
	readonly shelf: Shelf;
	readonly media: MediaStore;
	readonly history: HistoryStore;
	readonly journal: JournalStore;
	saveSettings(newsroom: Newsroom): Promise<void>;
	saveCategories(categories: readonly Category[]): Promise<void>;
	/** Takes over what another program made of the settings and the taxonomy; files that are damaged change nothing. */
	reloadSettings(): Promise<'same' | 'changed' | 'damaged'>;
	/** Waits for the saves under way, and keeps what was saved since the newest revision. */
	close(): Promise<void>;
}

/** What keeping histories and the journal takes from its surroundings. */
export interface KeepingOptions {
	/** Who works here; empty for the name of the computer's user. */
	readonly author: () => Promise<string>;
	/** Where the journal goes when the newsroom refuses it; null when there is no such place. */
	readonly userData: string | null;
	readonly historyChanged: (ids: readonly ArticleId[]) => void;
	readonly log: (message: string, error?: unknown) => void;
}

const plainKeeping: KeepingOptions = {
	author: async () => '',
	userData: null,
	historyChanged: () => {},
	log: (message, error) => console.error(message, error),
};

/** Opens a newsroom and reads its stories; a folder that cannot be used is a `FailureError` and nothing is changed. */
export async function openNewsroom(
	disk: FileSystem,
	untrustedPath: string,
	changed: (ids: readonly ArticleId[]) => void,
	now: () => Date = () => new Date(),
	keeping: KeepingOptions = plainKeeping,
): Promise<OpenNewsroom> {
	let folder = await openNewsroomFolder(disk, untrustedPath);
	const queues = createWorkQueues();
	const { log } = keeping;
	const own = (path: string) => inNewsroom(folder.path, `.galley/${path}`);
	const history = createHistoryStore({
		disk,
		pathOf: (id) => own(`history/${id}.log`),
		checkPath: (path) => refuseWayOut(disk, folder.path, path),
		author: async () => (await keeping.author()) || userName(),
		now,
		changed: (id) => keeping.historyChanged([id]),
		log,
	});
	const journal = createJournalStore({
		disk,
		folder: own('journal'),
		fallback: keeping.userData === null ? null : journalBeside(keeping.userData, folder.path),
		checkFolder: async () => {
			await mustBeWritable(disk, folder);
			await refuseWayOut(disk, folder.path, own('journal'));
		},
		now,
		log,
	});
	const shelf: Shelf = {
		disk,
		queues,
		lock: createWriteLock(disk, folder.path),
		index: createMemoryIndex(),
		catalogue: createCatalogue(),
		damaged: new Map(),
		trashed: new Map(),
		claims: new Map(),
		keeper: createStoryKeeper(history, now, log),
		folder: () => folder,
		now,
		changed,
	};
	const followNewsroom = () => shelf.index.follow(folder.newsroom, folder.categories);
	followNewsroom();
	await fillShelf(shelf);
	if (folder.readOnly === null) await removeLeftovers(disk, folder.path);
	return {
		folder: () => folder,
		shelf,
		history,
		journal,
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
		// In line with the two saves above, so that what they write is not taken for another program's.
		reloadSettings: () =>
			queues.run('newsroom.json', () =>
				queues.run('categories.json', async () => {
					const next = await reopenFolder(disk, folder.path);
					if (next === null) return 'damaged';
					if (isDeepStrictEqual(next, folder)) return 'same';
					folder = next;
					followNewsroom();
					return 'changed';
				}),
			),
		close: async () => {
			await queues.idle();
			if (folder.readOnly === null) await shelf.keeper.settle();
			await journal.idle();
			await shelf.index.close();
		},
	};
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
