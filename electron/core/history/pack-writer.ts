import { join } from 'node:path';
import { temporarySuffix } from '../atomic-write.ts';
import type { FileSystem, OpenFile } from '../file-system.ts';
import {
	contentsEnding,
	encodeContents,
	encodeStories,
	type KeptStory,
	type PackEntry,
	packEnding,
} from './pack-file.ts';

/** Where an export puts what it keeps, and what its packs are called until they count. */
export interface PackPlace {
	readonly folder: string;
	/** How the names of all packs of this export begin. */
	readonly prefix: string;
	/** Who exports. */
	readonly author: string;
}

/** What an export kept of the stories that it wrote. */
export interface KeptStories {
	/** Names of the packs, durable but hidden until they are adopted. */
	readonly packs: readonly string[];
	/** Stories that are too few for a pack. */
	readonly loose: readonly KeptStory[];
	/** Why some could not be kept; null when all are. */
	readonly problem: string | null;
}

/** Gathers what an export keeps. */
export interface PackWriter {
	/** Never throws: what cannot be kept costs no export. */
	add(stories: readonly KeptStory[]): Promise<void>;
	finish(): Promise<KeptStories>;
}

/** So many go into the logs of their own, which then share what they have in common. */
const mostLoose = 100;
/** A pack that is longer is ended, in bytes. */
const longestPack = 16 * 1024 * 1024;

/** The name of a pack's file, or of its contents, until it is adopted. */
export function hiddenName(name: string): string {
	return `.${name}${temporarySuffix}`;
}

/** Makes the writer with this number among those of an export. */
export function createPackWriter(disk: FileSystem, { folder, prefix }: PackPlace, number: number): PackWriter {
	const packs: string[] = [];
	let loose: KeptStory[] = [];
	let open: { readonly name: string; readonly file: OpenFile; readonly entries: PackEntry[]; length: number } | null =
		null;
	let problem: string | null = null;

	const write = async (stories: readonly KeptStory[]): Promise<void> => {
		if (open === null) {
			const name = `${prefix}-${number}-${String(packs.length).padStart(4, '0')}`;
			const file = await disk.open(join(folder, hiddenName(name + packEnding)), 'wx');
			open = { name, file, entries: [], length: 0 };
		}
		const record = encodeStories(stories);
		await open.file.writeFile(record);
		for (const { article, revision } of stories) {
			open.entries.push({ article, hash: revision.revision, from: open.length, length: record.length });
		}
		open.length += record.length;
		if (open.length >= longestPack) await end();
	};
	const end = async (): Promise<void> => {
		if (open === null) return;
		const { name, file, entries } = open;
		open = null;
		try {
			await file.sync();
		} finally {
			await file.close();
		}
		const contents = await disk.open(join(folder, hiddenName(name + contentsEnding)), 'wx');
		try {
			await contents.writeFile(encodeContents(entries));
			await contents.sync();
		} finally {
			await contents.close();
		}
		packs.push(name);
	};
	const guarded = async (work: () => Promise<void>): Promise<void> => {
		if (problem !== null) return;
		try {
			await work();
		} catch (error) {
			problem = error instanceof Error ? error.message : String(error);
			const unfinished = open;
			open = null;
			// What made it fail is what is told.
			await unfinished?.file.close().catch(() => {});
		}
	};

	let before: Promise<void> = Promise.resolve();
	/** One after another, as the parts of a pack follow one another. */
	const inTurn = (work: () => Promise<void>): Promise<void> => {
		before = before.then(() => guarded(work));
		return before;
	};
	return {
		add: (stories) =>
			inTurn(async () => {
				if (stories.length === 0) return;
				loose.push(...stories);
				if (open === null && packs.length === 0 && loose.length <= mostLoose) return;
				const all = loose;
				loose = [];
				await write(all);
			}),
		async finish() {
			await inTurn(end);
			return { packs, loose, problem };
		},
	};
}
