import { join } from 'node:path';
import type { NewsroomState, RecentNewsroom } from '#shared/contract/newsroom.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { exists } from './atomic-write.ts';
import type { EventHub } from './events.ts';
import type { FileSystem } from './file-system.ts';
import { gatherChanges } from './gather-changes.ts';
import { copySampleNewsroom, createNewsroomFolder, openNewsroomFolder } from './newsroom-folder.ts';
import { absolutePath } from './newsroom-path.ts';
import { type KeepingOptions, type OpenNewsroom, openNewsroom } from './open-newsroom.ts';
import type { PreferencesKeeper } from './preferences-keeper.ts';
import { type NewsroomWatch, watchNewsroom } from './watcher/newsroom-watch.ts';

const mostRecent = 10;

/** Which newsroom is open, and the way to another one. */
export interface NewsroomDesk {
	/** The open newsroom; throws when there is none. */
	current(): OpenNewsroom;
	/** A story of the open newsroom as its file was last read or written; null when that is not known. */
	story(id: ArticleId): Article | null;
	state(): Promise<NewsroomState>;
	/** Saves the settings of the open newsroom. */
	saveSettings(newsroom: Newsroom): Promise<void>;
	/** Opens a newsroom and closes the one before; when it cannot be opened, that one stays. */
	open(path: string): Promise<void>;
	create(path: string, name: string): Promise<void>;
	/** Opens what the person asked for, had open last, or a copy of the sample on the first run. */
	openFirst(asked: string | null, sampleNewsroom: string, documentsFolder: string): Promise<void>;
	close(): Promise<void>;
}

/** Makes the desk with no newsroom on it. */
export function createNewsroomDesk(
	disk: FileSystem,
	preferences: PreferencesKeeper,
	events: EventHub,
	keeping: KeepingOptions,
): NewsroomDesk {
	let desk: OpenNewsroom | null = null;
	let watch: NewsroomWatch | null = null;
	let problem: string | null = null;
	const changes = gatherChanges((ids: readonly ArticleId[]) => events.emit('articles.changed', { ids }));

	const current = () => {
		if (desk === null) throw new FailureError('no-newsroom', 'No newsroom is open. Open one first.');
		return desk;
	};

	/** Closes the open newsroom. */
	const leave = async () => {
		const before = desk;
		await watch?.close();
		watch = null;
		desk = null;
		await before?.close();
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

	const open = async (path: string) => {
		// What is being saved is to be read by the one that opens, should it be the same folder.
		await desk?.settle();
		const { path: checked } = await openNewsroomFolder(disk, path);
		if (checked === desk?.folder().path) {
			// Its index can only be had once it is put down.
			await leave();
		}
		const next = await openNewsroom(disk, checked, changes.note, () => new Date(), keeping);
		await leave();
		desk = next;
		problem = null;
		watch = watchNewsroom(next, {
			settingsChanged: () => events.emit('newsroom.changed', {}),
			log: keeping.log,
		});
		await remember(next);
		events.emit('newsroom.changed', {});
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
		current,
		story: (id) => desk?.shelf.keeper.last(id)?.article ?? null,
		async state() {
			const { recent } = await preferences.read();
			if (desk === null) return { kind: 'none', recent, problem };
			const { path, newsroom, categories, readOnly } = desk.folder();
			return { kind: 'open', path, newsroom, categories, readOnly, recent };
		},
		async saveSettings(newsroom) {
			const saved = current();
			await saved.saveSettings(newsroom);
			await remember(saved);
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
		async close() {
			await leave();
		},
	};
}
