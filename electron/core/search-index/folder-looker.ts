import { type MessagePort, Worker } from 'node:worker_threads';
import type { NewsroomPath } from '../newsroom-path.ts';
import { createArrivals } from './arrivals.ts';
import type { LookerRole, WorkerRole } from './index-messages.ts';
import { makeCounter, nextOf, type PartCounter } from './part-counter.ts';
import { type FolderContent, isFolderPart, listFolder, lookAtFiles } from './story-files.ts';

/** Looks at folders in a thread of its own: lists them and all below them, and then looks at files with whoever asked. */
export interface FolderLooker {
	/** Counts the parts that were taken; the next one is whoever's comes first. */
	readonly taken: PartCounter;
	/** What it found since it was asked last. */
	found(): Finding[];
	/** Resolves once there is more; null when it has ended, and nothing more will come. */
	arrival(): Promise<void> | null;
	close(): void;
}

/** What the thread tells: a folder that was there or not, or the marks of the files of one part, by the order of all. */
export type Finding =
	| { readonly kind: 'listed'; readonly folder: string; readonly content: FolderContent | null }
	| { readonly kind: 'looked'; readonly part: number; readonly marks: Uint8Array };

/** What it makes is soon done with: much room for what is new spares it to be tidied away, and the thread ends soon. */
const mostHeap = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

/** Starts the thread, which begins at once. */
export function createFolderLooker(
	script: string,
	newsroom: NewsroomPath,
	roots: readonly string[],
	log: (message: string) => void,
): FolderLooker {
	let findings: Finding[] = [];
	let hasEnded = false;
	const arrivals = createArrivals();
	const taken = makeCounter();
	const worker = new Worker(script, {
		workerData: { role: 'looker', newsroom, roots, taken } satisfies WorkerRole,
		resourceLimits: mostHeap,
	});
	worker.unref();
	worker.on('message', (finding: Finding) => {
		findings.push(finding);
		arrivals.tell();
	});
	worker.on('error', (error: unknown) => log(`the thread that looks at folders died: ${String(error)}`));
	worker.on('exit', () => {
		hasEnded = true;
		arrivals.tell();
	});
	return {
		taken,
		found() {
			const found = findings;
			findings = [];
			return found;
		},
		arrival: () => (hasEnded && findings.length === 0 ? null : arrivals.next()),
		close: () => void worker.terminate(),
	};
}

/** The work of that thread. */
export function runLooker({ newsroom, roots, taken }: LookerRole, port: MessagePort): void {
	const tell = (finding: Finding, gives: ArrayBuffer[] = []) => port.postMessage(finding, gives);
	const parts: { readonly folder: string; readonly names: string }[] = [];
	const waiting = [...roots];
	for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
		const content = listFolder(newsroom, folder);
		tell({ kind: 'listed', folder, content });
		for (const names of content?.parts ?? []) {
			if (isFolderPart(names)) waiting.push(`${folder}/${names.slice(0, -1)}`);
			else parts.push({ folder, names });
		}
	}
	for (let at = nextOf(taken, parts.length); at >= 0; at = nextOf(taken, parts.length)) {
		const part = parts[at];
		if (part === undefined) break;
		const steps = lookAtFiles(newsroom, part.folder, part.names);
		let step = steps.next();
		while (!step.done) step = steps.next();
		tell({ kind: 'looked', part: at, marks: step.value }, [step.value.buffer]);
	}
}
