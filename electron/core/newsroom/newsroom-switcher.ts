import { join } from 'node:path';
import type { NewsroomState, RecentNewsroom } from '#shared/contract/newsroom.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { exists } from '../disk/atomic-write.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { gatherChanges } from '../disk/gather-changes.ts';
import { absolutePath, newsroomIdOf } from '../disk/newsroom-path.ts';
import { createWorkQueues } from '../disk/work-queues.ts';
import type { EventHub } from '../events.ts';
import { type NewsroomWatch, watchNewsroom } from '../watcher/newsroom-watch.ts';
import type { CurrentPreferences } from './current-preferences.ts';
import { copySampleNewsroom, createNewsroomFolder, openNewsroomFolder } from './newsroom-folder.ts';
import { type NewsroomSurroundings, type OpenNewsroom, openNewsroom } from './open-newsroom.ts';

const mostRecent = 10;
/** How long windows can save to a newsroom after another was opened, in milliseconds; each begins at once when it hears of it. */
const timeToSave = 10_000;

/** Opens the newsroom that a host shows, and switches to another one. */
export interface NewsroomSwitcher {
	/** The newsroom with this id; a `FailureError` that says what to do when it is not open. */
	named(id: unknown): OpenNewsroom;
	/** The newsroom with this id: the open one, or the one before it while windows may still save to that; else null. */
	find(id: unknown): OpenNewsroom | null;
	/** The open newsroom; null when none is. */
	current(): OpenNewsroom | null;
	state(): Promise<NewsroomState>;
	stateOf(newsroom: OpenNewsroom): Promise<NewsroomState>;
	saveSettings(newsroom: OpenNewsroom, settings: Newsroom): Promise<void>;
	/**
	 * Opens a newsroom; when it cannot be opened, the one before stays. That is closed some seconds later, so that windows
	 * that were writing in it can save what they have.
	 */
	open(path: string): Promise<void>;
	create(path: string, name: string): Promise<void>;
	/** Opens what the person asked for, had open last, or a copy of the sample on the first run. */
	openFirst(asked: string | null, sampleNewsroom: string, documentsFolder: string): Promise<void>;
	close(): Promise<void>;
}

/** Begins with no newsroom open. */
export function createNewsroomSwitcher(
	disk: FileSystem,
	preferences: CurrentPreferences,
	events: EventHub,
	surroundings: NewsroomSurroundings & { readonly opened?: (newsroom: OpenNewsroom) => void },
): NewsroomSwitcher {
	let current: OpenNewsroom | null = null;
	/** The newsroom that was open before, for as long as windows may still save to it. */
	let left: { readonly newsroom: OpenNewsroom; readonly timer: NodeJS.Timeout } | null = null;
	let watch: NewsroomWatch | null = null;
	let problem: string | null = null;
	const changes = gatherChanges((ids: readonly ArticleId[]) => events.emit('articles.changed', { ids }));

	const queues = createWorkQueues();

	const find = (id: unknown) => [current, left?.newsroom ?? null].find((newsroom) => newsroom?.id === id) ?? null;

	const closeLeft = async () => {
		if (left === null) return;
		const { newsroom, timer } = left;
		left = null;
		clearTimeout(timer);
		await newsroom.close();
	};

	/** Closes the open newsroom at once. */
	const leave = async () => {
		const before = current;
		await watch?.close();
		watch = null;
		current = null;
		await before?.close();
		changes.flush();
	};

	/** Puts another newsroom in the place of the open one, which is closed when nobody can have anything for it any more. */
	const replaceBy = async (next: OpenNewsroom) => {
		await closeLeft();
		await watch?.close();
		const before = current;
		current = next;
		if (before === null) return;
		const end = () => queues.run('switch', async () => (left?.newsroom === before ? closeLeft() : undefined));
		const timer = setTimeout(() => {
			end().catch((error: unknown) => surroundings.log('a newsroom could not be closed cleanly', error));
		}, timeToSave);
		timer.unref();
		left = { newsroom: before, timer };
		changes.flush();
	};

	/** Puts a newsroom first among the recent ones, under the name that it now has. */
	const remember = async ({ folder }: OpenNewsroom) => {
		const entry: RecentNewsroom = { path: folder().path, name: folder().newsroom.name };
		await preferences.change((stored) => ({
			...stored,
			recent: [entry, ...stored.recent.filter((other) => other.path !== entry.path)].slice(0, mostRecent),
		}));
	};

	const openNow = async (path: string) => {
		// What is being saved is to be read by the one that opens, should it be the same folder.
		await current?.settle();
		const { path: checked } = await openNewsroomFolder(disk, path);
		const id = await newsroomIdOf(disk, checked);
		// An index can only be had once it is put down.
		if (id === left?.newsroom.id) await closeLeft();
		if (id === current?.id) await leave();
		let opened: OpenNewsroom | null = null;
		const indexChanged: NewsroomSurroundings['indexChanged'] = (state) => {
			// Windows show how far the index of their own newsroom is.
			if (current === null || current === opened) surroundings.indexChanged?.(state);
		};
		const next = await openNewsroom(disk, checked, changes.note, () => new Date(), { ...surroundings, indexChanged });
		opened = next;
		await replaceBy(next);
		problem = null;
		watch = watchNewsroom(next, {
			settingsChanged: () => events.emit('newsroom.changed', {}),
			log: surroundings.log,
		});
		await remember(next);
		events.emit('newsroom.changed', {});
		surroundings.opened?.(next);
	};

	// One after another, whichever window asks.
	const open = (path: string) => queues.run('switch', () => openNow(path));

	const stateOf = async (newsroom: OpenNewsroom): Promise<NewsroomState> => {
		const { recent } = await preferences.read();
		const { newsroom: settings, isNewer: _, ...folder } = newsroom.folder();
		return { kind: 'open', id: newsroom.id, newsroom: settings, ...folder, recent };
	};

	/** Opens it, or answers why not. */
	const tryOpen = async (path: string): Promise<string | null> => {
		try {
			await open(path);
			return null;
		} catch (error) {
			if (error instanceof FailureError) return error.failure.message;
			throw error;
		}
	};

	const openSample = async (sample: string, documents: string): Promise<string | null> => {
		const path = join(documents, 'Galley Sample Newsroom');
		try {
			if (!(await exists(disk, path))) await copySampleNewsroom(disk, sample, path);
		} catch (error) {
			if (error instanceof FailureError) return error.failure.message;
			throw error;
		}
		return tryOpen(path);
	};

	return {
		current: () => current,
		find,
		named(id) {
			if (current === null) throw new FailureError('no-newsroom', 'No newsroom is open. Open one first.');
			const found = find(id);
			if (found !== null) return found;
			if (typeof id !== 'string') {
				throw new FailureError(
					'bad-input',
					'This request does not say which newsroom it is for. Load the window again, so that all of Galley is one version.',
				);
			}
			throw new FailureError(
				'other-newsroom',
				`Another newsroom, “${current.folder().newsroom.name}”, was opened in place of this one. Open this one again to go on in it.`,
			);
		},
		async state() {
			if (current !== null) return stateOf(current);
			const { recent } = await preferences.read();
			return { kind: 'none', recent, problem };
		},
		stateOf,
		async saveSettings(newsroom, settings) {
			await newsroom.saveSettings(settings);
			await remember(newsroom);
			events.emit('newsroom.changed', {});
		},
		open,
		async create(path, name) {
			await createNewsroomFolder(disk, path, name);
			await open(absolutePath(path));
		},
		async openFirst(asked, sampleNewsroom, documentsFolder) {
			if (asked !== null) {
				problem = await tryOpen(asked);
				return;
			}
			const { recent } = await preferences.read();
			if (recent.length === 0) {
				problem = await openSample(sampleNewsroom, documentsFolder);
				return;
			}
			let first: string | null = null;
			for (const { path } of recent) {
				const reason = await tryOpen(path);
				if (reason === null) return;
				first ??= reason;
			}
			problem = first;
		},
		close: () =>
			queues.run('switch', async () => {
				await closeLeft();
				await leave();
			}),
	};
}
