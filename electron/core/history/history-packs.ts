import { join } from 'node:path';
import type { ArticleId, Revision } from '#shared/model/article.ts';
import { makeFolders, syncFolder } from '../atomic-write.ts';
import { errorCode, type FileSystem } from '../file-system.ts';
import {
	articlesIn,
	contentsEnding,
	contentsOfPack,
	decodeContents,
	decodeStories,
	entriesOf,
	type KeptStory,
	packEnding,
} from './pack-file.ts';
import { hiddenName } from './pack-writer.ts';

/** The packs of a newsroom's history. */
export interface HistoryPacks {
	readonly folder: string;
	/** Looks for packs that came or went; answers another number whenever they did. */
	refresh(): Promise<number>;
	/** What the packs hold of a story, oldest first, as of the last look. */
	read(id: ArticleId): Promise<KeptStory[]>;
	/** The newest text of a story in the packs, as of the last look; null when they hold none. */
	newest(id: ArticleId): Revision | null;
	/** Makes the folder for new packs. */
	makeRoom(): Promise<void>;
	/** Lets packs count that an export wrote; durable once it answers the stories in them. */
	adopt(names: readonly string[]): Promise<ArticleId[]>;
	/** Removes what an export wrote of packs that do not count. */
	discard(prefix: string): Promise<void>;
}

/** A folder that changed a moment ago may change again at what its clock calls the same time, in milliseconds. */
const tooRecent = 2000;

/** Finds the packs in a folder, be it there or not. */
export function createHistoryPacks(
	disk: FileSystem,
	folder: string,
	log: (message: string, error?: unknown) => void,
): HistoryPacks {
	/** Contents by the name of their pack, oldest first. */
	let packs = new Map<string, Uint8Array>();
	let state: string | null = null;
	/** Packs that could not be read, as was told. */
	const unread = new Set<string>();
	let turn = 0;

	const load = async (name: string): Promise<Uint8Array> => {
		try {
			const contents = decodeContents(await disk.readFile(join(folder, name + contentsEnding)));
			if (contents !== null) return contents;
		} catch (error) {
			if (errorCode(error) !== 'ENOENT') throw error;
		}
		log(`the contents of ${name}${packEnding} are damaged or gone; they are read from the pack itself`);
		return contentsOfPack(await disk.readFile(join(folder, name + packEnding)));
	};

	/** One pack that cannot be read hides its own revisions and no others; it is tried again at the next look. */
	const loadIfPossible = async (name: string): Promise<Uint8Array | null> => {
		try {
			const contents = await load(name);
			unread.delete(name);
			return contents;
		} catch (error) {
			if (errorCode(error) === null) throw error;
			state = null;
			if (!unread.has(name)) log(`${name}${packEnding} cannot be read`, error);
			unread.add(name);
			return null;
		}
	};

	const look = async (): Promise<number> => {
		let present: string;
		try {
			const { ino, mtimeMs } = await disk.stat(folder);
			present = `${ino} ${mtimeMs}`;
			if (present === state) return turn;
			state = Date.now() - mtimeMs > tooRecent ? present : null;
		} catch (error) {
			if (errorCode(error) !== 'ENOENT') throw error;
			if (packs.size > 0) turn += 1;
			packs = new Map();
			state = null;
			return turn;
		}
		const listed = (await disk.list(folder)).flatMap(({ name }) =>
			name.endsWith(packEnding) && !name.startsWith('.') ? [name.slice(0, -packEnding.length)] : [],
		);
		const names = listed.sort();
		if (names.length === packs.size && names.every((name) => packs.has(name))) return turn;
		const found = new Map<string, Uint8Array>();
		for (const name of names) {
			const contents = packs.get(name) ?? (await loadIfPossible(name));
			if (contents !== null) found.set(name, contents);
		}
		if (found.size === packs.size && [...found.keys()].every((name) => packs.has(name))) return turn;
		packs = found;
		turn += 1;
		return turn;
	};

	let looking: Promise<number> | null = null;
	const refresh = (): Promise<number> => {
		looking ??= look().finally(() => {
			looking = null;
		});
		return looking;
	};

	return {
		folder,
		refresh,
		async read(id) {
			const kept: KeptStory[] = [];
			for (const [name, contents] of packs) {
				for (const { hash, from, length } of entriesOf(contents, id)) {
					const stories = decodeStories(await disk.readPart(join(folder, name + packEnding), from, length));
					const story = stories?.find(({ article, revision }) => article === id && revision.revision === hash);
					if (story !== undefined) kept.push(story);
					else log(`a revision in ${name}${packEnding} is damaged`);
				}
			}
			return kept.sort((a, b) => (a.revision.id < b.revision.id ? -1 : 1));
		},
		newest(id) {
			let newest: Revision | null = null;
			for (const contents of packs.values()) newest = entriesOf(contents, id).at(-1)?.hash ?? newest;
			return newest;
		},
		makeRoom: () => makeFolders(disk, folder),
		async adopt(names) {
			const put = (name: string) => disk.rename(join(folder, hiddenName(name)), join(folder, name));
			for (const name of names) {
				// The contents first: a pack counts as soon as its own name is there.
				await put(name + contentsEnding);
				await put(name + packEnding);
			}
			await syncFolder(disk, folder);
			state = null;
			await looking;
			await refresh();
			return names.flatMap((name) => articlesIn(packs.get(name) ?? new Uint8Array()));
		},
		async discard(prefix) {
			for (const { name } of await disk.list(folder)) {
				if (name.startsWith(`.${prefix}-`)) await disk.unlink(join(folder, name));
			}
		},
	};
}
