import type { GalleyEvent, Services } from '#shared/contract/index.ts';
import type { HostCapabilities } from '#shared/contract/newsroom.ts';
import { FailureError } from '#shared/failure.ts';
import { backupServices } from './backup/backup-services.ts';
import { createBulkChanges } from './bulk/bulk-changes.ts';
import { refuseStranding } from './bulk/references/refuse-stranding.ts';
import { type FileSystem, realFileSystem } from './disk/file-system.ts';
import { type Dispatch, makeDispatch } from './dispatch.ts';
import { documentServices } from './documents/document-services.ts';
import { createEventHub } from './events.ts';
import { historyServices } from './history/history-services.ts';
import { createJobRunner } from './jobs.ts';
import { journalServices } from './journal/journal-services.ts';
import { describePage } from './media/describe-page.ts';
import { fetchPicture } from './media/fetch-picture.ts';
import { listPictures } from './media/list-pictures.ts';
import { createCurrentPreferences } from './newsroom/current-preferences.ts';
import { createNewsroomSwitcher } from './newsroom/newsroom-switcher.ts';
import type { OpenNewsroom } from './newsroom/open-newsroom.ts';
import type { PreferencesStore } from './newsroom/preferences.ts';
import { mustBePublishable } from './publish/must-be-publishable.ts';
import { keepSchedule } from './publish/schedule.ts';
import { articleServices } from './services/article-services.ts';
import { exportServices } from './services/export-services.ts';
import { createTargetKeeper } from './targets/keep-targets.ts';
import { targetServices } from './targets/target-services.ts';

/** What only a host with a window can do. */
export interface DialogPorts {
	/** Asks for a folder; null when the person cancels. */
	pickFolder(title: string, startAt: string | null): Promise<string | null>;
	/** Asks for a file with one of these endings; null when the person cancels. */
	pickFile(title: string, endings: readonly string[]): Promise<string | null>;
	/** Asks where to write a file, also whether to replace one; null when the person cancels. */
	saveFile(title: string, startAt: string | null): Promise<string | null>;
	/** Shows a folder in the system's file manager. */
	revealFolder(path: string): Promise<void>;
}

export interface CoreOptions {
	readonly version: string;
	readonly preferences: PreferencesStore;
	/** Null on a host without native dialogs. */
	readonly dialogs: DialogPorts | null;
	/** Hears of errors that nobody expected. */
	readonly log: (message: string, error?: unknown) => void;
	/** The newsroom that was asked for on the command line; null for the last one. */
	readonly newsroomPath: string | null;
	/** The folder with the sample newsroom that Galley ships; it is only copied from. */
	readonly sampleNewsroom: string;
	/** The user's documents folder. */
	readonly documentsFolder: string;
	/** The folder for what is kept on this computer; the journal goes there when a newsroom refuses it. */
	readonly userData: string;
	/** The bundled worker that keeps the index; without one it is kept in the same thread. */
	readonly indexWorker?: string | undefined;
	/** The bundled worker that reads documents; without one none is read. */
	readonly documentWorker?: string | undefined;
	/** What the host offers beyond what follows from `dialogs`. */
	readonly capabilities?: Partial<HostCapabilities> | undefined;
	/** The disk; tests give one that fails. */
	readonly disk?: FileSystem | undefined;
}

/** The whole Node side of Galley behind one function; hosts only carry requests and events. */
export interface Core {
	/** `newsroom` is the id of the newsroom that the request is for; null for one that is about none. */
	readonly request: Dispatch;
	/** Returns the function that ends it. */
	subscribe(listener: (event: GalleyEvent) => void): () => void;
	/** An image under `media/` of the newsroom with this id, as long as that is open; null for everything else. */
	readNewsroomFile(newsroom: string, relativePath: string): Promise<{ bytes: Uint8Array; type: string } | null>;
	/** Waits for the saves and jobs under way. */
	close(): Promise<void>;
}

/** Starts the core: opens the first newsroom, and answers requests from then on. */
export async function createCore(options: CoreOptions): Promise<Core> {
	const { dialogs, log, disk = realFileSystem } = options;
	const events = createEventHub(log);
	const preferences = createCurrentPreferences(options.preferences, log);
	const jobs = createJobRunner((job, state) => events.emit('jobs.changed', { job, state }), log);
	const targets = createTargetKeeper((name, written) => events.emit('targets.changed', { name, written }), log);
	const bulk = createBulkChanges<OpenNewsroom>(jobs, {
		mustBePublishable,
		publishing: targets.publishing,
		taxonomyChanged: () => events.emit('newsroom.changed', {}),
		continued: (change) => events.emit('changes.continued', change),
	});
	const newsrooms = createNewsroomSwitcher(disk, preferences, events, {
		author: async ({ path, people }) => {
			const { author, you } = await preferences.read();
			return people.find(({ slug }) => slug === you[path])?.name ?? author.trim();
		},
		userData: options.userData,
		indexWorker: options.indexWorker,
		indexChanged: (state) => events.emit('index.changed', { state }),
		historyChanged: (ids) => events.emit('history.changed', { ids }),
		opened: (newsroom) => {
			bulk.goOn(newsroom).catch((error: unknown) => log('a change that was cut off is not gone on with', error));
		},
		log,
	});
	const capabilities: HostCapabilities = {
		pickFolder: dialogs !== null,
		pickFile: dialogs !== null,
		saveFile: dialogs !== null,
		revealFolder: dialogs !== null,
		menu: false,
		...options.capabilities,
	};

	const services: Services<OpenNewsroom> = {
		app: { info: async () => ({ version: options.version, capabilities }) },
		newsroom: {
			current: () => newsrooms.state(),
			open: async ({ path }) => {
				await newsrooms.open(path);
				return newsrooms.state();
			},
			create: async ({ path, name }) => {
				await newsrooms.create(path, name);
				return newsrooms.state();
			},
			saveSettings: async (settings, newsroom) => {
				await newsrooms.saveSettings(newsroom, settings.newsroom);
				return newsrooms.stateOf(newsroom);
			},
			saveCategories: async ({ categories }, newsroom) => {
				await refuseStranding(newsroom, categories);
				await newsroom.saveCategories(categories);
				events.emit('newsroom.changed', {});
				return newsrooms.stateOf(newsroom);
			},
			savePeople: async ({ people }, newsroom) => {
				await newsroom.savePeople(people);
				events.emit('newsroom.changed', {});
				return newsrooms.stateOf(newsroom);
			},
			saveHouseStyle: async ({ rules, dropsBad }, newsroom) => {
				await newsroom.saveHouseStyle(rules, dropsBad);
				events.emit('newsroom.changed', {});
				return newsrooms.stateOf(newsroom);
			},
			changeWords: async ({ add, remove }, newsroom) => {
				await newsroom.changeWords(add, remove);
				events.emit('newsroom.changed', {});
				return newsrooms.stateOf(newsroom);
			},
		},
		...articleServices(bulk, log, targets),
		...historyServices(),
		...journalServices(log),
		...exportServices(jobs),
		...targetServices(jobs, targets, (name) => events.emit('targets.changed', { name, written: 0 })),
		...backupServices(jobs, disk, options.version),
		...documentServices(options.documentWorker),
		media: {
			list: (asked, { articles, media }) => listPictures(articles.index, media, asked),
			uses: ({ media }, { articles }) => articles.index.pictureUses(media, 100),
			add: ({ name, base64 }, { media }) => media.add(name, base64),
			describe: ({ url }, { media }) => describePage(url, media),
			fetch: async ({ url }, { media }) => media.add(url, (await fetchPicture(url)).toString('base64')),
		},
		preferences: {
			get: async () => withoutRecent(await preferences.read()),
			set: async (changes) => {
				const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
				return withoutRecent(await preferences.change((stored) => ({ ...stored, ...given })));
			},
		},
		dialogs: {
			pickFolder: async ({ title, startAt }) => {
				if (dialogs === null) throw noDialogs();
				const path = await dialogs.pickFolder(title, startAt);
				return path === null ? null : { path };
			},
			pickFile: async ({ title, endings }) => {
				if (dialogs === null) throw noDialogs();
				const path = await dialogs.pickFile(title, endings);
				return path === null ? null : { path };
			},
			saveFile: async ({ title, startAt }) => {
				if (dialogs === null) throw noDialogs();
				const path = await dialogs.saveFile(title, startAt);
				return path === null ? null : { path };
			},
			revealFolder: async ({ path }) => {
				if (dialogs === null) throw noDialogs();
				await dialogs.revealFolder(path);
				return null;
			},
		},
	};

	const schedule = keepSchedule(newsrooms.current, (report) => events.emit('schedule.ran', report), log, targets);
	await newsrooms.openFirst(options.newsroomPath, options.sampleNewsroom, options.documentsFolder);
	return {
		request: makeDispatch(services, newsrooms, log),
		subscribe: events.subscribe,
		readNewsroomFile: async (newsroom, relativePath) =>
			(await newsrooms.find(newsroom)?.media.read(relativePath)) ?? null,
		close: async () => {
			await schedule.close();
			await jobs.idle();
			await targets.idle();
			await newsrooms.close();
			await preferences.close();
		},
	};
}

function withoutRecent<Stored extends { readonly recent: unknown }>({
	recent: _,
	...rest
}: Stored): Omit<Stored, 'recent'> {
	return rest;
}

function noDialogs(): FailureError {
	return new FailureError('not-allowed', 'There are no native dialogs here. Type the path instead.');
}
