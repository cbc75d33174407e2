import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import type { BulkReport } from '#shared/contract/bulk.ts';
import type { ContinuedChange, DoneReferenceChange, ReferenceChange } from '#shared/contract/references.ts';
import { FailureError } from '#shared/failure.ts';
import type { FileSystem } from '../../disk/file-system.ts';
import { type ProcessName, stateOfProcess, thisProcess } from '../../disk/process.ts';
import { createWorkQueues } from '../../disk/work-queues.ts';
import type { WriteLock } from '../../disk/write-lock.ts';
import type { JobRunner, JobWork } from '../../jobs.ts';
import { revisionOf } from '../../json/parsed-file.ts';
import { mustBeWritable, type NewsroomFolder } from '../../newsroom/newsroom-folder.ts';
import type { Act, ActEnd, TaxonomySteps } from './act.ts';
import { type ActLog, type ActStore, createActStore, type KeptAct } from './act-store.ts';
import { type ActNewsroom, heirIn, runAct } from './run-act.ts';
import { healHalf } from './story-steps.ts';
import { mergedTaxonomy, taxonomyAfter, withBoth } from './taxonomy-change.ts';

/** The open newsroom whose categories and tags are changed. */
export interface ReferenceNewsroom extends ActNewsroom {
	readonly disk: FileSystem;
	readonly lock: WriteLock;
	readonly folder: () => NewsroomFolder;
	readonly now: () => Date;
	/** Resolves once every story is known and found. */
	whole(): Promise<void>;
}

/** Changes categories and tags in all stories that carry them, and takes such changes back. */
export interface ReferenceChanges {
	/** Starts a change and answers its job. */
	change(newsroom: ReferenceNewsroom, change: ReferenceChange): string;
	/** Starts to take an earlier change back, also one of an earlier time; null when it is none of these. */
	undo(newsroom: ReferenceNewsroom, undo: string): Promise<string | null>;
	/** What can be undone, newest first. */
	done(newsroom: ReferenceNewsroom): Promise<DoneReferenceChange[]>;
	/** Goes on, as a job, with what was cut off; resolves once that has been looked for. */
	goOn(newsroom: ReferenceNewsroom): Promise<void>;
}

/** What is told beside the jobs. */
interface Tellings {
	/** The categories of a newsroom are others now. */
	readonly taxonomyChanged: () => void;
	readonly continued: (change: ContinuedChange) => void;
}

type Tools = Parameters<JobWork>[0];
/** What an act is to do, before it has a name. */
type Plan = Pick<Act, 'change' | 'undoes' | 'taxonomy'>;

/** After so long without a step, an act on a computer that nobody here sees counts as cut off, in milliseconds. */
const longestSilence = 10 * 60_000;

/** More steps than can have been under way when an act was cut off. */
const mostUnderWay = 64;

const nothingDone: BulkReport = {
	changed: 0,
	unchanged: 0,
	failed: [],
	failedCount: 0,
	undo: null,
	cancelled: false,
	stopped: null,
};

/** Makes what changes the categories and tags of any newsroom. */
export function createReferenceChanges(jobs: JobRunner, { taxonomyChanged, continued }: Tellings): ReferenceChanges {
	const queues = createWorkQueues();
	const storeOf = ({ disk, folder }: ReferenceNewsroom) => createActStore(disk, folder().path);

	const run = async (newsroom: ReferenceNewsroom, act: Act, log: ActLog, tools: Tools): Promise<BulkReport> => {
		const store = storeOf(newsroom);
		try {
			const undone = act.undoes === null ? null : await store.read(act.undoes);
			const report = await runAct(newsroom, act, log, undone, tools);
			if (act.undoes === null) {
				// Those of before it was cut off count too.
				const stories = new Set((await store.read(act.id))?.steps.map(({ id }) => id)).size;
				await log.end({ stories, taxonomy: act.taxonomy && (await taxonomyNow(newsroom)) });
				return report;
			}
			// An undoing that did not come to its end can be gone on with by the same name.
			if (!report.cancelled && report.stopped === null) await store.remove(act.undoes);
			await store.remove(act.id);
			return report;
		} catch (error) {
			await dropUnbegun(newsroom, store, act).catch((second: unknown) =>
				newsroom.log('a change of categories or tags that failed is gone on with later', second),
			);
			throw error;
		} finally {
			if (act.taxonomy !== null) taxonomyChanged();
		}
	};

	/** Goes on with all that was cut off; whatever another Galley works at is a `FailureError`. */
	const goOnWithAll = async (newsroom: ReferenceNewsroom, tools: Tools): Promise<void> => {
		const store = storeOf(newsroom);
		const taken = await newsroom.lock.hold(async () => {
			const open = (await store.list()).filter(({ end }) => end === null);
			for (const { act } of open) if (isAtWork(act.by, await store.changedAt(act.id))) throw busy();
			for (const { act } of open) await store.goOn(act.id).take(thisProcess());
			return open;
		});
		for (const { act, steps } of taken) {
			for (const step of steps.slice(-mostUnderWay)) await heal(newsroom, step);
			const report = await run(newsroom, act, store.goOn(act.id), tools);
			continued({ change: act.change, isUndo: act.undoes !== null, report });
		}
	};

	/** Runs one act after another; each begins when those that were cut off are whole. */
	const start = (newsroom: ReferenceNewsroom, plan: (store: ActStore) => Promise<Plan>): string =>
		jobs.start((tools) =>
			queues.run(newsroom.folder().path, async () => {
				await mustBeWritable(newsroom.disk, newsroom.folder());
				await newsroom.whole();
				await goOnWithAll(newsroom, tools);
				const store = storeOf(newsroom);
				const planned = await plan(store);
				const now = newsroom.now();
				const act: Act = { id: ulid(now.getTime()), at: now.toISOString(), by: thisProcess(), ...planned };
				const log = await store.begin(act);
				return { kind: 'changed', report: await run(newsroom, act, log, tools) };
			}),
		);

	return {
		change: (newsroom, change) =>
			start(newsroom, async () => ({ change, undoes: null, taxonomy: await stepsTo(newsroom, change) })),
		async undo(newsroom, undo) {
			const kept = await storeOf(newsroom).read(undo);
			if (kept === null || kept.act.undoes !== null) return null;
			return start(newsroom, async (store) => {
				const now = await store.read(undo);
				if (now?.end == null) throw new FailureError('not-found', 'This change was undone already.');
				const { act, end } = now;
				return { change: act.change, undoes: act.id, taxonomy: await stepsBack(newsroom, act, end) };
			});
		},
		async done(newsroom) {
			const acts = await storeOf(newsroom).list();
			const undoing = new Set(acts.map(({ act }) => act.undoes));
			return acts.reverse().flatMap(({ act: { id, change, at, undoes }, end }) => {
				if (end === null || undoes !== null || undoing.has(id)) return [];
				return [{ undo: id, change, at, stories: end.stories }];
			});
		},
		async goOn(newsroom) {
			if (newsroom.folder().readOnly !== null) return;
			if ((await storeOf(newsroom).list()).every(({ end }) => end !== null)) return;
			jobs.start((tools) =>
				queues.run(newsroom.folder().path, async () => {
					await newsroom.whole();
					await goOnWithAll(newsroom, tools);
					return { kind: 'changed', report: nothingDone };
				}),
			);
		},
	};
}

function isAtWork(by: ProcessName, changedAt: Date): boolean {
	switch (stateOfProcess(by, changedAt)) {
		case 'running':
			return true;
		case 'elsewhere':
			return Date.now() - changedAt.getTime() < longestSilence;
		// The acts of this process come one after another.
		case 'this':
		case 'ended':
			return false;
	}
}

function busy(): FailureError {
	return new FailureError(
		'not-allowed',
		'Another change of categories or tags is under way in this newsroom. Wait until it has ended, then try again.',
	);
}

/** A story that cannot be read or written now is told when the act comes to it. */
async function heal({ articles }: ReferenceNewsroom, step: KeptAct['steps'][number]): Promise<void> {
	try {
		await healHalf(articles, step);
	} catch (error) {
		if (!(error instanceof FailureError)) throw error;
	}
}

/** Forgets an act that failed before it changed a story, so that nothing is gone on with later; any other stays. */
async function dropUnbegun(newsroom: ReferenceNewsroom, store: ActStore, act: Act): Promise<void> {
	if (act.undoes === null) {
		const kept = await store.read(act.id);
		for (const step of kept?.steps ?? []) {
			const file = await newsroom.articles.read(step.id);
			if (file.kind === 'article' && file.revision === step.file.from) return;
			await healHalf(newsroom.articles, step);
		}
		const { taxonomy } = act;
		if (taxonomy !== null) {
			const { before, during, bytesBefore } = taxonomy;
			await newsroom.changeCategories((now) =>
				isDeepStrictEqual(now, during) ? { categories: before, bytes: Buffer.from(bytesBefore, 'base64') } : null,
			);
		}
	}
	await store.remove(act.id);
}

async function taxonomyNow(newsroom: ActNewsroom): Promise<NonNullable<ActEnd['taxonomy']>> {
	const { categories, bytes } = await readTaxonomy(newsroom);
	return { categories: [...categories], file: revisionOf(bytes) };
}

async function readTaxonomy(newsroom: ActNewsroom) {
	let file: Uint8Array = new Uint8Array(0);
	const categories = await newsroom.changeCategories((_, bytes) => {
		file = bytes;
		return null;
	});
	return { categories, bytes: file };
}

/** The way of the taxonomy through a change; null for one of tags or authors. */
async function stepsTo(newsroom: ActNewsroom, change: ReferenceChange): Promise<TaxonomySteps | null> {
	const { categories, bytes } = await readTaxonomy(newsroom);
	const after = taxonomyAfter(categories, change);
	if (after === null) return null;
	return {
		before: [...categories],
		during: [...withBoth(after, categories)],
		after: [...after],
		bytesBefore: Buffer.from(bytes).toString('base64'),
		bytesAfter: null,
	};
}

/** The way of the taxonomy back through an act; what others made of it since stays. */
async function stepsBack(newsroom: ActNewsroom, act: Act, end: ActEnd): Promise<TaxonomySteps | null> {
	const { taxonomy, change, id } = act;
	if (taxonomy === null) return null;
	const { categories, bytes } = await readTaxonomy(newsroom);
	const isAsLeft = revisionOf(bytes) === end.taxonomy?.file;
	const reached = end.taxonomy?.categories ?? taxonomy.during;
	const heir = heirIn({ change, undoes: id });
	const wanted = isAsLeft ? taxonomy.before : mergedTaxonomy(reached, categories, taxonomy.before, heir);
	return {
		before: [...categories],
		during: [...withBoth(wanted, categories)],
		after: [...wanted],
		bytesBefore: Buffer.from(bytes).toString('base64'),
		bytesAfter: isAsLeft ? taxonomy.bytesBefore : null,
	};
}
