import type { ArticleId } from '#shared/model/article.ts';
import { readFoundFile } from '../articles/article-scan.ts';
import type { ArticleStore } from '../articles/article-store.ts';
import type { Applied } from '../articles/outside-changes.ts';
import { exists } from '../disk/atomic-write.ts';
import { isStoryPath, readMark } from '../disk/file-marks.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { inNewsroom } from '../disk/newsroom-path.ts';
import { storyFolders } from '../index/scan/story-files.ts';
import { type NewsroomFolder, settingsFiles } from '../newsroom/newsroom-folder.ts';
import { createFolderWatch } from './folder-watch.ts';
import { isRemoteDisk } from './remote-disk.ts';

/** Watches an open newsroom until it is closed. */
export interface NewsroomWatch {
	/** Waits for what is being looked at. */
	close(): Promise<void>;
}

/** The open newsroom that is watched. */
interface WatchedNewsroom {
	readonly folder: () => NewsroomFolder;
	readonly disk: FileSystem;
	readonly articles: ArticleStore;
	/** Takes over what another program made of the settings and the taxonomy. */
	reloadSettings(): Promise<'same' | 'changed' | 'damaged'>;
}

export interface WatchListener {
	/** Another program changed the newsroom's settings or categories. */
	settingsChanged(): void;
	/** Hears of errors that nobody expected; watching goes on. */
	log(message: string, error?: unknown): void;
}

/** How long after it hears of a change it looks, in milliseconds, so that what belongs together comes together. */
const pauseBeforeLook = 60;
/** How long after a file that was not whole it looks again. */
const pauseBeforeAgain = 120;
/** How long a file must be missing, or unreadable and unchanged, before that counts: others write in steps too. */
const longEnoughMissing = 400;
const longEnoughDamaged = 900;
/** How long a file in the trash waits for its story to leave its place. */
const longestTrashWait = 5000;
/** A file of before is only read once more when it is told of again. */
const mostMarks = 200;
/** How long after a sweep the next one comes while the stories are first read, in milliseconds. */
const pauseWhileReading = 1500;

/** A file that is to be looked at. */
interface Pending {
	readonly since: number;
	/** What it was like when it was first found missing or damaged like this, and when that was. */
	seen: { readonly mark: string | null; readonly at: number } | null;
}

/** Watches the folders of a newsroom and takes over what other programs change, within two seconds. */
export function watchNewsroom(newsroom: WatchedNewsroom, listener: WatchListener): NewsroomWatch {
	const { articles, disk } = newsroom;
	const root = newsroom.folder().path;
	/** What files were like when they were last looked at, of those looked at last. */
	const marks = new Map<string, string>();
	const pending = new Map<string, Pending>();
	const folders = new Set<string>();
	let isRemote = false;
	let isClosed = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let due = Number.POSITIVE_INFINITY;
	let nextSweep = 0;
	let running: Promise<void> = Promise.resolve();

	const wake = (milliseconds: number) => {
		const at = Date.now() + milliseconds;
		if (isClosed || at >= due) return;
		clearTimeout(timer);
		due = at;
		timer = setTimeout(() => {
			due = Number.POSITIVE_INFINITY;
			running = running.then(look);
		}, milliseconds);
		timer.unref();
	};

	const note = (path: string) => {
		if (!pending.has(path)) pending.set(path, { since: Date.now(), seen: null });
	};

	const watch = createFolderWatch(root, (path) => {
		if (settingsFiles.includes(path) || isStoryPath(path)) note(path);
		else if (storyFolders.includes(path.split('/')[0] ?? '') && !path.includes('/.')) folders.add(path);
		else return;
		wake(pauseBeforeLook);
	});

	/** Finds what changed below some folders, or below all; it is looked for where the index is kept, not in this thread. */
	const sweep = async (below: readonly string[]) => {
		const found = await articles.index.sweep(below);
		for (const path of found.files) note(path);
		return found.folders;
	};

	const sweepAll = async () => {
		const wasWhole = articles.reading.isWhole();
		const begin = performance.now();
		const found = new Map([['', ''], ...(await sweep([]))]);
		for (const path of settingsFiles) {
			const mark = await readMark(disk, root, path);
			if (mark !== null && marks.get(path) !== mark.mark) note(path);
		}
		// Another computer's disk tells nothing, and may keep this thread waiting for it.
		if (!isRemote) watch.watchOnly(found);
		const took = performance.now() - begin;
		// A hundredth of the time at the most where the system tells of changes, a fifth where it does not.
		const isTold = watch.isWhole() && !isRemote;
		const pause = isTold ? clamp(took * 100, 1500, 60_000) : clamp(took * 4, 1000, 30_000);
		// What changed between its reading and the first watch is found by the sweep after the reading.
		nextSweep = Date.now() + (wasWhole ? pause : pauseWhileReading);
	};

	/** Whether a file has been like this for long enough to believe it. */
	const hasLasted = (file: Pending, mark: string | null, milliseconds: number): boolean => {
		if (file.seen === null || file.seen.mark !== mark) file.seen = { mark, at: Date.now() };
		return Date.now() - file.seen.at >= milliseconds;
	};

	const lookAtSettings = async (path: string, file: Pending, mark: string): Promise<Applied> => {
		const outcome = await newsroom.reloadSettings();
		if (outcome === 'damaged' && !hasLasted(file, mark, longEnoughDamaged)) return { kind: 'again' };
		if (outcome === 'changed') listener.settingsChanged();
		marks.set(path, mark);
		return { kind: 'done', ids: [] };
	};

	const lookAtMissing = async (path: string, file: Pending): Promise<Applied> => {
		if (settingsFiles.includes(path)) return { kind: 'done', ids: [] };
		if (!hasLasted(file, null, longEnoughMissing)) return { kind: 'again' };
		// A disk that was pulled out is no newsroom without stories.
		if (!(await exists(disk, inNewsroom(root, 'newsroom.json')))) return { kind: 'done', ids: [] };
		const applied = await articles.outside.gone(path);
		if (applied.kind === 'done') {
			marks.delete(path);
			// A second file with the same id is the story now.
			if (applied.ids.length > 0) await articles.recheckDamaged();
		}
		return applied;
	};

	const lookAtFile = async (path: string, file: Pending): Promise<Applied> => {
		const now = await readMark(disk, root, path);
		if (now === null) return lookAtMissing(path, file);
		if (marks.get(path) === now.mark) return { kind: 'done', ids: [] };
		if (settingsFiles.includes(path)) return lookAtSettings(path, file, now.mark);
		const content = await readFoundFile(disk, root, path);
		if (content === null) return { kind: 'again' };
		let applied: Applied = { kind: 'done', ids: [] };
		if (path.startsWith('trash/')) {
			if (content.kind === 'article') applied = await articles.outside.trashed(path, content);
			if (applied.kind === 'again' && Date.now() - file.since < longestTrashWait) return applied;
		} else if (content.kind === 'article') {
			applied = await articles.outside.story(path, content);
			if (applied.kind === 'again') return applied;
		} else {
			if (!hasLasted(file, now.mark, longEnoughDamaged)) return { kind: 'again' };
			applied = await articles.outside.damage(path, content);
		}
		marks.delete(path);
		marks.set(path, now.mark);
		for (const oldest of marks.keys()) {
			if (marks.size <= mostMarks) break;
			if (!settingsFiles.includes(oldest)) marks.delete(oldest);
		}
		return applied;
	};

	const lookAtPending = async () => {
		const changed = new Set<ArticleId>();
		let hasChanged = false;
		for (const [path, file] of [...pending]) {
			if (isClosed) return;
			const damagedBefore = articles.damaged.size;
			const applied = await lookAtFile(path, file);
			if (applied.kind === 'again') continue;
			pending.delete(path);
			// What changes while it is looked at is heard of again, and its mark differs from the one remembered.
			hasChanged ||= applied.ids.length > 0 || articles.damaged.size !== damagedBefore;
			for (const id of applied.ids) changed.add(id);
		}
		if (hasChanged) articles.outside.tell([...changed]);
	};

	const look = async () => {
		if (isClosed) return;
		try {
			if (Date.now() >= nextSweep) await sweepAll();
			else if (folders.size > 0) await sweep([...folders]);
			if (folders.size > 0) nextSweep = Math.min(nextSweep, Date.now() + pauseBeforeAgain); // new folders are watched then
			folders.clear();
			await lookAtPending();
		} catch (error) {
			// A disk that is gone or slow comes back; until then the next sweep tries.
			listener.log('the newsroom could not be looked at', error);
			nextSweep = Math.max(nextSweep, Date.now() + 1500);
		}
		wake(pending.size > 0 ? pauseBeforeAgain : Math.max(0, nextSweep - Date.now()));
	};

	articles.reading.onLookAgain((path) => {
		note(path);
		wake(pauseBeforeLook);
	});
	running = isRemoteDisk(root).then((remote) => {
		isRemote = remote;
		return look();
	});
	return {
		async close() {
			isClosed = true;
			clearTimeout(timer);
			await running;
			watch.close();
		},
	};
}

function clamp(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, value));
}
