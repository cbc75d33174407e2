import type { ArticleId } from '#shared/model/article.ts';
import type { Category } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { FileSystem } from './file-system.ts';
import { fillShelf } from './fill-shelf.ts';
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
import type { Shelf } from './shelf.ts';
import { createWorkQueues } from './work-queues.ts';
import { createWriteLock } from './write-lock.ts';

/** A newsroom that is open: its folder, stories and images. */
export interface OpenNewsroom {
	/** The folder with its settings as they now are. */
	readonly folder: () => NewsroomFolder;
	readonly shelf: Shelf;
	readonly media: MediaStore;
	saveSettings(newsroom: Newsroom): Promise<void>;
	saveCategories(categories: readonly Category[]): Promise<void>;
	/** Waits for the saves under way. */
	close(): Promise<void>;
}

/** Opens a newsroom and reads its stories; a folder that cannot be used is a `FailureError` and nothing is changed. */
export async function openNewsroom(
	disk: FileSystem,
	untrustedPath: string,
	changed: (ids: readonly ArticleId[]) => void,
	now: () => Date = () => new Date(),
): Promise<OpenNewsroom> {
	let folder = await openNewsroomFolder(disk, untrustedPath);
	const queues = createWorkQueues();
	const shelf: Shelf = {
		disk,
		queues,
		lock: createWriteLock(disk, folder.path),
		index: createMemoryIndex((slug) => folder.categories.some((category) => category.slug === slug)),
		files: new Map(),
		damaged: new Map(),
		trashed: new Map(),
		claims: new Map(),
		folder: () => folder,
		now,
		changed,
	};
	await fillShelf(shelf);
	if (folder.readOnly === null) await removeLeftovers(disk, folder.path);
	return {
		folder: () => folder,
		shelf,
		media: createMediaStore(disk, () => folder, now),
		saveSettings: (newsroom) =>
			queues.run('newsroom.json', async () => {
				await mustBeWritable(disk, folder);
				await saveNewsroomSettings(disk, folder.path, newsroom);
				folder = { ...folder, newsroom };
			}),
		saveCategories: (categories) =>
			queues.run('categories.json', async () => {
				await mustBeWritable(disk, folder);
				await saveCategoriesFile(disk, folder.path, categories);
				folder = { ...folder, categories };
			}),
		close: () => queues.idle(),
	};
}
