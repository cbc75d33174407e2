import { dirname } from 'node:path';
import { z } from 'zod';
import type { RecentNewsroom } from '#shared/contract/newsroom.ts';
import { fittingPreferences, type Preferences } from '#shared/model/preferences.ts';
import { atomicWrite, makeFolders } from '../disk/atomic-write.ts';
import { errorCode, type FileSystem, realFileSystem } from '../disk/file-system.ts';

/** What Galley remembers on this computer: what a person prefers, and the newsrooms opened last, the latest first. */
export type StoredPreferences = Preferences & { readonly recent: RecentNewsroom[] };

/** Where a host keeps the preferences. */
export interface PreferencesStore {
	read(): Promise<StoredPreferences>;
	write(value: StoredPreferences): Promise<void>;
}

/** The form of stored preferences; a field that does not fit falls back to its default. */
export const StoredPreferencesSchema: z.ZodType<StoredPreferences, unknown> = z
	.looseObject({ recent: z.array(z.object({ path: z.string(), name: z.string() })).catch([]) })
	.transform(({ recent, ...kept }) => ({ ...fittingPreferences(kept), recent }));

/** What holds before anybody chose anything. */
export function defaultPreferences(): StoredPreferences {
	return StoredPreferencesSchema.parse({});
}

/** Keeps preferences in a JSON file; a damaged one is kept beside it as `.damaged`, and the defaults hold. */
export function filePreferences(file: string, disk: FileSystem = realFileSystem): PreferencesStore {
	return {
		async read() {
			let bytes: Uint8Array;
			try {
				bytes = await disk.readFile(file);
			} catch (error) {
				if (errorCode(error) === 'ENOENT') return defaultPreferences();
				throw error;
			}
			try {
				return StoredPreferencesSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
			} catch {
				// Not JSON at all: what is in it may still be of use to its owner.
				await disk.rename(file, `${file}.damaged`);
				return defaultPreferences();
			}
		},
		async write(value) {
			await makeFolders(disk, dirname(file));
			await atomicWrite(disk, file, Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'));
		},
	};
}
