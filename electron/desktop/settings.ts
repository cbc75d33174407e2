import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ipcMain } from 'electron';
import ElectronStore, { type Schema } from 'electron-store';
import { type PreferencesStore, type StoredPreferences, StoredPreferencesSchema } from '#core/newsroom/preferences.ts';
import { FailureError } from '#shared/failure.ts';
import type { Log } from './error-log.ts';
import type { WindowPlace } from './window-bounds.ts';

/** What the desktop remembers on this computer. */
interface Settings {
	window: WindowPlace | null;
	preferences: Omit<StoredPreferences, 'recent'> | null;
	recent: readonly { readonly path: string; readonly name: string }[];
}

const whole = { type: 'integer' } as const;

const schema: Schema<Settings> = {
	window: {
		type: ['object', 'null'],
		properties: {
			bounds: {
				type: 'object',
				properties: { x: whole, y: whole, width: whole, height: whole },
				required: ['x', 'y', 'width', 'height'],
			},
			maximized: { type: 'boolean' },
		},
		required: ['bounds', 'maximized'],
	},
	// The core parses them field by field, so that one that does not fit costs no other.
	preferences: { type: ['object', 'null'] },
	recent: {
		type: 'array',
		items: {
			type: 'object',
			properties: { path: { type: 'string' }, name: { type: 'string' } },
			required: ['path', 'name'],
		},
	},
};

/** The desktop's settings: the core's preferences, and where the window was. */
export interface DesktopSettings {
	readonly preferences: PreferencesStore;
	readWindow(): WindowPlace | null;
	/** Remembers where the window is; a disk that refuses is logged, since it must not keep a window from closing. */
	writeWindow(place: WindowPlace): void;
}

const fileName = 'settings';

/** Opens `settings.json` in a folder; a damaged one is kept beside it as `.damaged`, and the defaults hold. */
export function openSettings(folder: string, log: Log): DesktopSettings {
	const store = openStore(folder, log);
	return {
		preferences: {
			read: async () => StoredPreferencesSchema.parse({ ...store.get('preferences'), recent: store.get('recent') }),
			async write({ recent, ...preferences }) {
				try {
					store.set({ preferences, recent });
				} catch (error) {
					log('The settings could not be written.', error);
					throw new FailureError('disk', `Your preferences could not be saved in ${folder}.`, folder);
				}
			},
		},
		readWindow: () => store.get('window'),
		writeWindow(place) {
			try {
				store.set('window', place);
			} catch (error) {
				log("The window's place could not be written.", error);
			}
		},
	};
}

function openStore(folder: string, log: Log): ElectronStore<Settings> {
	const make = () =>
		new ElectronStore<Settings>({
			name: fileName,
			cwd: folder,
			schema,
			defaults: { window: null, preferences: null, recent: [] },
			clearInvalidConfig: false,
			accessPropertiesByDotNotation: false,
		});
	const file = join(folder, `${fileName}.json`);
	let store: ElectronStore<Settings>;
	try {
		// The store would wait for ever for whoever writes into a pipe.
		if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw new Error(`${file} is not a file.`);
		store = make();
	} catch (error) {
		if (!existsSync(file)) throw error;
		log(`The settings in ${file} are damaged; they are kept as ${fileName}.json.damaged.`, error);
		renameSync(file, `${file}.damaged`);
		store = make();
	}
	// electron-store answers renderers on a channel of its own; ours ask the core.
	ipcMain.removeAllListeners('electron-store-get-data');
	return store;
}
