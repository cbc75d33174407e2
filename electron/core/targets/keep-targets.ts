import type { ExportReport } from '#shared/contract/export.ts';
import type { TargetStanding, TargetState } from '#shared/contract/targets.ts';
import { FailureError } from '#shared/failure.ts';
import type { Target } from '#shared/model/target.ts';
import { manifestFile } from '../export/folder/manifest.ts';
import { readTargetFile } from '../export/folder/target.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { giveTarget, isDueAgain, owe, readOwed, stillOwed } from './owed.ts';
import { folderOfTarget, keptOf } from './target-exports.ts';

/** Gives targets what is published, at once, and later where that could not be. */
export interface TargetKeeper {
	/**
	 * Does work that gives readers something. Targets that publishing writes are owed it from before it begins, and get it
	 * after it has ended, unless `isForReaders` says that nothing came of it; `byHand` also those that were rolled back.
	 */
	publishing<Value>(
		newsroom: OpenNewsroom,
		byHand: boolean,
		work: () => Promise<Value>,
		isForReaders?: (value: Value) => boolean,
	): Promise<Value>;
	/** Tries to give a target what it is owed, at once. */
	catchUp(newsroom: OpenNewsroom, target: Target): void;
	/** Tries that for each target of the open newsroom that is owed something; from time to time. */
	look(newsroom: OpenNewsroom): Promise<void>;
	states(newsroom: OpenNewsroom): Promise<TargetState[]>;
	/** Resolves once nothing is being written. */
	idle(): Promise<void>;
}

/** Makes the keeper; `changed` hears that a target stands otherwise, and how many stories it was just given. */
export function createTargetKeeper(
	changed: (name: string, written: number) => void,
	log: (message: string, error?: unknown) => void,
): TargetKeeper {
	/** What is being written, by newsroom and target, and whether more was published since it began. */
	const writing = new Map<string, { readonly end: Promise<void>; again: boolean }>();
	/** What goes on with nobody waiting for it. */
	const begun = new Set<Promise<unknown>>();
	const begin = (work: Promise<unknown>) => {
		const end = work.catch((error: unknown) => log('a target could not be given what was published', error));
		begun.add(end);
		void end.finally(() => begun.delete(end));
	};
	const keyOf = ({ id }: OpenNewsroom, { name }: Target) => `${id} ${name}`;

	const tryOnce = async (newsroom: OpenNewsroom, target: Target): Promise<void> => {
		const owed = await readOwed(newsroom, target);
		if (owed === null) return;
		try {
			await mustBeThereStill(newsroom, target);
			const report = await giveTarget(newsroom, target, { kind: 'all' });
			changed(target.name, storiesIn(report));
		} catch (error) {
			if (!(error instanceof FailureError)) throw error;
			const { message } = error.failure;
			const isNews = message !== owed.reason;
			await stillOwed(newsroom, target, message);
			if (isNews) changed(target.name, 0);
		}
	};

	const write = (newsroom: OpenNewsroom, target: Target): Promise<void> => {
		const key = keyOf(newsroom, target);
		const under = writing.get(key);
		if (under !== undefined) {
			under.again = true;
			return under.end;
		}
		const run = async () => {
			// The entry below stands before this goes on.
			await Promise.resolve();
			const entry = writing.get(key);
			try {
				do {
					if (entry !== undefined) entry.again = false;
					await tryOnce(newsroom, target);
				} while (entry?.again);
			} catch (error) {
				log(`${target.name} could not be given what was published`, error);
			} finally {
				writing.delete(key);
				changed(target.name, 0);
			}
		};
		const entry = { end: run(), again: false };
		writing.set(key, entry);
		changed(target.name, 0);
		return entry.end;
	};

	const targetsOf = (newsroom: OpenNewsroom) => newsroom.folder().newsroom.targets;
	const standingOf = async (newsroom: OpenNewsroom, target: Target): Promise<TargetStanding> => {
		if (writing.has(keyOf(newsroom, target))) return { kind: 'writing' };
		const owed = await readOwed(newsroom, target);
		const back = await rolledBackTo(newsroom, target);
		// That it was tried and could not be is told before all else.
		if (back !== null && (owed === null || owed.reason === '')) return { kind: 'rolled back', to: back };
		if (owed === null) return { kind: 'idle' };
		const reason = owed.reason === '' ? 'It has not been written yet.' : owed.reason;
		return { kind: 'behind', since: owed.since, reason };
	};

	return {
		async publishing(newsroom, byHand, work, isForReaders = () => true) {
			const due = targetsOf(newsroom).filter(({ onPublish }) => onPublish);
			const notes: { takeBack(): Promise<void> }[] = [];
			for (const target of due) {
				try {
					notes.push(await owe(newsroom, target));
				} catch (error) {
					// The story is published whatever becomes of the target.
					log(`${target.name} may miss what is published`, error);
				}
			}
			let isWanted = true;
			try {
				const value = await work();
				isWanted = isForReaders(value);
				return value;
			} finally {
				if (!isWanted) for (const note of notes) await note.takeBack();
				for (const target of isWanted ? due : []) {
					begin(mayWrite(newsroom, target, byHand).then((may) => (may ? write(newsroom, target) : undefined)));
				}
			}
		},
		catchUp(newsroom, target) {
			begin(owe(newsroom, target).then(() => write(newsroom, target)));
		},
		async look(newsroom) {
			for (const target of targetsOf(newsroom)) {
				if (writing.has(keyOf(newsroom, target))) continue;
				// An embargo that is over gives readers a story as well.
				if ((await readOwed(newsroom, target)) === null) {
					if (!target.onPublish || !(await isDueAgain(newsroom, target))) continue;
					await owe(newsroom, target);
				}
				// Nobody waits for it, least of all the stories that are due next.
				if (await mayWrite(newsroom, target, false)) begin(write(newsroom, target));
			}
		},
		states: (newsroom) =>
			Promise.all(
				targetsOf(newsroom).map(async (target) => ({
					...target,
					path: folderOfTarget(newsroom, target),
					standing: await standingOf(newsroom, target),
				})),
			),
		async idle() {
			while (begun.size > 0 || writing.size > 0) {
				await Promise.all([...begun, ...[...writing.values()].map(({ end }) => end)]);
			}
		},
	};
}

function storiesIn({ written, removed }: ExportReport): number {
	return written + removed;
}

/** Whether a target may be written: one that was taken back is left as it is until somebody publishes by hand. */
async function mayWrite(newsroom: OpenNewsroom, target: Target, byHand: boolean): Promise<boolean> {
	return byHand || (await rolledBackTo(newsroom, target)) === null;
}

/** The export that a target was taken back to, where nothing was written there since; else null. */
async function rolledBackTo(newsroom: OpenNewsroom, target: Target): Promise<number | null> {
	return (await keptOf(newsroom, target).log.read()).at(-1)?.to ?? null;
}

/**
 * Throws where a target was written before and its export is gone. A disk that is not connected leaves an empty folder or
 * none, and a site that is made anew there would be on the wrong disk.
 */
async function mustBeThereStill(newsroom: OpenNewsroom, target: Target): Promise<void> {
	if ((await keptOf(newsroom, target).log.read()).length === 0) return;
	const folder = folderOfTarget(newsroom, target);
	if ((await readTargetFile(folder, manifestFile)) !== null) return;
	throw new FailureError(
		'disk',
		`What was exported to ${folder} is gone. Connect its disk or bring the folder back, and it is caught up by itself; or export to ${target.name} to make it anew.`,
		folder,
	);
}
