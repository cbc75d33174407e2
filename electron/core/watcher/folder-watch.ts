import { type FSWatcher, watch } from 'node:fs';
import { errorCode } from '../disk/file-system.ts';
import { inNewsroom, type NewsroomPath } from '../disk/newsroom-path.ts';

/** Hears from the system where something may have changed. */
export interface FolderWatch {
	/** Watches these folders of the newsroom and no others; each comes with what tells it from a later one of its name. */
	watchOnly(folders: ReadonlyMap<string, string>): void;
	/** Whether the system tells of changes in all of them. */
	isWhole(): boolean;
	close(): void;
}

/** On these systems one watch sees all folders below it. */
const seesBelow = process.platform === 'win32' || process.platform === 'darwin';

/**
 * Watches folders rather than files: one watch for each month of stories, where a watch for each story would take
 * minutes and a gigabyte in a large newsroom. `heard` gets a path in the newsroom, or a folder where no more is known.
 */
export function createFolderWatch(newsroom: NewsroomPath, heard: (path: string) => void): FolderWatch {
	const watches = new Map<string, { readonly identity: string; readonly watcher: FSWatcher }>();
	let isWhole = true;

	const drop = (folder: string) => {
		watches.get(folder)?.watcher.close();
		watches.delete(folder);
	};

	const add = (folder: string, identity: string) => {
		try {
			const absolute = folder === '' ? newsroom : inNewsroom(newsroom, folder);
			const watcher = watch(absolute, { persistent: false, recursive: seesBelow }, (_event, name) => {
				const inside = name === null ? null : name.replaceAll('\\', '/');
				if (inside === null) heard(folder);
				else heard(folder === '' ? inside : `${folder}/${inside}`);
			});
			watcher.on('error', () => {
				// The folder is gone, or the disk: the sweep that looks anyway finds out and tells.
				isWhole = false;
				if (watches.get(folder)?.watcher === watcher) drop(folder);
			});
			watches.set(folder, { identity, watcher });
		} catch (error) {
			if (errorCode(error) === null) throw error;
			// Too many watches, or a disk that has none: then sweeping has to do.
			isWhole = false;
		}
	};

	return {
		watchOnly(folders) {
			for (const folder of [...watches.keys()]) if (!folders.has(folder)) drop(folder);
			isWhole = true;
			for (const [folder, identity] of folders) {
				if (watches.get(folder)?.identity === identity) continue;
				drop(folder);
				if (!seesBelow || folder === '') add(folder, identity);
			}
		},
		isWhole: () => isWhole,
		close() {
			for (const folder of [...watches.keys()]) drop(folder);
		},
	};
}
