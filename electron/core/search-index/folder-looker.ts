import { Worker } from 'node:worker_threads';
import type { NewsroomPath } from '../newsroom-path.ts';
import { createArrivals } from './arrivals.ts';
import type { WorkerRole } from './index-messages.ts';
import type { FolderLook } from './story-files.ts';

/** Looks at folders in a thread of its own, while the one of the index looks at others. */
export interface FolderLooker {
	/** Asks for a folder; `hasRoom` says whether more should be asked for. */
	want(folder: string): void;
	hasRoom(): boolean;
	/** What it found since it was asked last. */
	found(): FolderLook[];
	/** What it was asked for and will not look at, since it was asked last: its thread died. */
	left(): string[];
	/** Resolves once there is more; null when nothing is under way. */
	arrival(): Promise<void> | null;
	close(): void;
}

/** What the thread answers: the folder that it was asked for, with what it found there. */
export interface LookedAt {
	readonly folder: string;
	readonly look: FolderLook | null;
}

/** One that it looks at, and the next ones, until the other thread has a moment for it. */
const mostWanted = 4;
const mostHeap = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

/** Starts the thread. */
export function createFolderLooker(
	script: string,
	newsroom: NewsroomPath,
	log: (message: string) => void,
): FolderLooker {
	const wanted = new Set<string>();
	let looks: FolderLook[] = [];
	let isDead = false;
	const arrivals = createArrivals();
	const worker = new Worker(script, {
		workerData: { role: 'looker', newsroom } satisfies WorkerRole,
		resourceLimits: mostHeap,
	});
	worker.unref();
	worker.on('message', ({ folder, look }: LookedAt) => {
		wanted.delete(folder);
		if (look !== null) looks.push(look);
		arrivals.tell();
	});
	worker.on('error', (error: unknown) => log(`the thread that looks at folders died: ${String(error)}`));
	worker.on('exit', () => {
		isDead = true;
		arrivals.tell();
	});
	return {
		want(folder) {
			wanted.add(folder);
			worker.postMessage(folder);
		},
		hasRoom: () => !isDead && wanted.size < mostWanted,
		found() {
			const found = looks;
			looks = [];
			return found;
		},
		left() {
			if (!isDead) return [];
			const left = [...wanted];
			wanted.clear();
			return left;
		},
		arrival: () => (wanted.size === 0 ? null : arrivals.next()),
		close: () => void worker.terminate(),
	};
}
