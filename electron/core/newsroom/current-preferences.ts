import { createWorkQueues } from '../disk/work-queues.ts';
import { defaultPreferences, type PreferencesStore, type StoredPreferences } from './preferences.ts';

/** The preferences in memory, with every change written one after another. */
export interface CurrentPreferences {
	read(): Promise<StoredPreferences>;
	/** Changes them; a host that cannot write them keeps the change for as long as Galley runs. */
	change(edit: (stored: StoredPreferences) => StoredPreferences): Promise<StoredPreferences>;
	close(): Promise<void>;
}

/** Reads preferences from a store, once, and writes each change to it. */
export function createCurrentPreferences(
	store: PreferencesStore,
	log: (message: string, error?: unknown) => void,
): CurrentPreferences {
	const queues = createWorkQueues();
	let known: StoredPreferences | null = null;
	const read = async () => {
		if (known !== null) return known;
		try {
			known = await store.read();
		} catch (error) {
			// Galley must start though the settings folder is locked.
			log('the preferences could not be read', error);
			known = defaultPreferences();
		}
		return known;
	};
	return {
		read: () => queues.run('preferences', read),
		change: (edit) =>
			queues.run('preferences', async () => {
				known = edit(await read());
				try {
					await store.write(known);
				} catch (error) {
					// A story must open and save though the settings folder is full or locked.
					log('the preferences could not be written', error);
				}
				return known;
			}),
		close: () => queues.idle(),
	};
}
