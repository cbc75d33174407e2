import { cpus } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { createPackWriter } from '../history/pack-writer.ts';
import { diskOf } from './disk-of.ts';
import { type ExportSource, stopIfCancelled } from './export-source.ts';
import { gatherLinked } from './linked-table.ts';
import { createMakerThread, type MakerThreadOptions } from './maker-thread.ts';
import {
	createStoryMaker,
	type MadeStories,
	type MakerOptions,
	type StoryMaker,
	type StoryToMake,
} from './story-maker.ts';
import { fileWriter } from './write-files.ts';

/** Those who make the stories of one export. */
export interface MakerCrew {
	readonly makers: readonly StoryMaker[];
	/** So many stories a maker gets at once. */
	readonly batch: number;
	/** So many batches are asked for ahead. */
	readonly ahead: number;
	/** Ends what they are doing; nothing is written any more once this returns. */
	close(): Promise<void>;
}

/** For fewer stories no thread is started, which costs as much as they do. */
const fewestForThreads = 64;
const mostThreads = 4;

/** Where makers find an earlier export, and where they put things; null for what there is not. */
export interface MakerPlaces extends Pick<MakerThreadOptions, 'next' | 'place'> {
	readonly earlier: string | null;
}

/** Finds makers for so many stories: threads where there is a script for them, else this very thread. */
export async function hireMakers(
	source: ExportSource,
	{ earlier, next, place }: MakerPlaces,
	count: number,
): Promise<MakerCrew> {
	const { folder, now, script } = source;
	const options: MakerOptions = { folder, now, earlier };
	if (script === null || count < fewestForThreads) {
		const keeping = place && { author: place.author, writer: createPackWriter(source.disk, place, 0) };
		const output = next === null ? null : { write: fileWriter(await diskOf(next), next), keeping };
		const maker = createStoryMaker(source.disk, output, options, async (ids) => {
			const found = await source.linked(ids);
			return (id) => found.get(id) ?? null;
		});
		const make = async (stories: readonly StoryToMake[]) => {
			// Requests of editors come in between.
			await setImmediate();
			return maker.make(stories);
		};
		return { makers: [{ ...maker, make }], batch: 8, ahead: 1, close: async () => {} };
	}
	const size = Math.min(Math.max(cpus().length, 1), mostThreads);
	const lock = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	const threads = Array.from({ length: size }, (_, number) =>
		createMakerThread(script, { options, next, place, lock, number }),
	);
	const close = async () => {
		await Promise.all(threads.map((thread) => thread.close()));
	};
	try {
		// Meanwhile the threads get ready.
		const linked = await gatherLinked(source);
		for (const thread of threads) thread.begin(linked);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		makers: threads,
		batch: 64,
		ahead: 3 * size,
		close,
	};
}

/** Makes stories in their order, a few ahead of those that are taken. */
export async function* makeStories(
	{ makers, batch, ahead }: MakerCrew,
	stories: AsyncIterator<StoryToMake>,
	signal: AbortSignal | undefined,
): AsyncGenerator<MadeStories> {
	const inWork: Promise<MadeStories>[] = [];
	let begun = 0;
	let hasMore = true;
	const begin = async () => {
		const some: StoryToMake[] = [];
		while (some.length < batch && hasMore) {
			const next = await stories.next();
			if (next.done) hasMore = false;
			else some.push(next.value);
		}
		if (some.length === 0) return;
		const work = makers[begun % makers.length]?.make(some);
		if (work === undefined) return;
		begun += 1;
		// What goes wrong is told when its turn comes.
		work.catch(() => {});
		inWork.push(work);
	};
	try {
		for (;;) {
			while (hasMore && inWork.length < ahead) await begin();
			const made = await inWork.shift();
			if (made === undefined) return;
			stopIfCancelled(signal);
			yield made;
		}
	} finally {
		await Promise.allSettled(inWork);
	}
}
