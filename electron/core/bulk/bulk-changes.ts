import { ulid } from 'ulid';
import type { Selection } from '#shared/contract/articles.ts';
import type { BulkReport, Replacement, StoryChange } from '#shared/contract/bulk.ts';
import { type ContinuedChange, type DoneChange, isStoryChange } from '#shared/contract/changes.ts';
import type { ReferenceChange } from '#shared/contract/references.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article } from '#shared/model/article.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { thisProcess } from '../disk/process.ts';
import { createWorkQueues } from '../disk/work-queues.ts';
import type { WriteLock } from '../disk/write-lock.ts';
import type { JobRunner, JobWork } from '../jobs.ts';
import { mustBeWritable, type NewsroomFolder } from '../newsroom/newsroom-folder.ts';
import type { Act, ActId, StoryStep } from './acts/act.ts';
import { type ActLog, type ActStore, createActStore } from './acts/act-store.ts';
import { isAtWork } from './acts/at-work.ts';
import { dropUnbegun, heal } from './acts/half-done.ts';
import { type ActNewsroom, runAct } from './acts/run-act.ts';
import { stepsBack, stepsTo, taxonomyNow } from './references/taxonomy-steps.ts';
import { finderOf, findWords } from './stories/replace-words.ts';

/** The open newsroom whose stories are changed. */
export interface ChangedNewsroom extends ActNewsroom {
	readonly disk: FileSystem;
	readonly lock: WriteLock;
	readonly folder: () => NewsroomFolder;
	readonly now: () => Date;
	/** Resolves once every story is known and found. */
	whole(): Promise<void>;
}

/** Changes many stories of a newsroom, each change as one act, and takes such changes back. */
export interface BulkChanges<Newsroom> {
	/** Starts to change the stories that were chosen and answers the job; a category that there is not is a `FailureError`. */
	change(newsroom: Newsroom, selection: Selection, change: StoryChange): string;
	/** Starts to look for what a change would replace, and answers the job; nothing is changed. */
	find(newsroom: Newsroom, selection: Selection, replacement: Replacement): string;
	/** Starts to change a category, a tag or an author in the newsroom and in all stories that carry it. */
	changeReference(newsroom: Newsroom, change: ReferenceChange): string;
	/** Starts to take an earlier change back, also one of an earlier time; one that is not known any more is a `FailureError`. */
	undo(newsroom: Newsroom, undo: string): Promise<string>;
	/** What can be undone, newest first. */
	done(newsroom: Newsroom): Promise<DoneChange[]>;
	/** Goes on, as a job, with what was cut off; resolves once that has been looked for. */
	goOn(newsroom: Newsroom): Promise<void>;
}

/** What changes are made with. */
export interface BulkTools<Newsroom> {
	/** Throws a `FailureError` for a story that readers are not to get. */
	readonly mustBePublishable: (newsroom: Newsroom, article: Article) => Promise<void>;
	/**
	 * Is around what may give readers something, or take it away; `isForReaders` says whether it did, `byHand` whether
	 * somebody has just decided on it.
	 */
	readonly publishing: <Value>(
		newsroom: Newsroom,
		byHand: boolean,
		work: () => Promise<Value>,
		isForReaders: (value: Value) => boolean,
	) => Promise<Value>;
	/** The categories of a newsroom are others now. */
	readonly taxonomyChanged: () => void;
	readonly continued: (change: ContinuedChange) => void;
}

type Tools = Parameters<JobWork>[0];
/** What an act is to do, before it has a name. */
type Plan = Pick<Act, 'change' | 'undoes' | 'taxonomy' | 'stories'>;

/** What has to be over before an act begins, and what it is to undo. */
interface Beginning {
	readonly mustEnd?: (act: Act) => boolean;
	readonly undo?: ActId | null;
}

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

/** Makes what changes many stories of any newsroom. */
export function createBulkChanges<Newsroom extends ChangedNewsroom>(
	jobs: JobRunner,
	{ mustBePublishable, publishing, taxonomyChanged, continued }: BulkTools<Newsroom>,
): BulkChanges<Newsroom> {
	const queues = createWorkQueues();
	const storeOf = ({ disk, folder }: ChangedNewsroom) => createActStore(disk, folder().path);

	/** Runs an act and ends its log; `before` holds its steps where it goes on. */
	const run = async (
		newsroom: Newsroom,
		act: Act,
		log: ActLog,
		before: readonly StoryStep[] | null,
		tools: Tools,
	): Promise<BulkReport> => {
		const store = storeOf(newsroom);
		const runNow = async () => {
			const undone = act.undoes === null ? [] : ((await store.read(act.undoes))?.steps ?? []);
			const check = (article: Article) => mustBePublishable(newsroom, article);
			return runAct(newsroom, act, { log, undone, before, check }, tools);
		};
		try {
			const isForReaders = ({ changed }: BulkReport) => changed > 0 || act.taxonomy !== null;
			const byHand = before === null && !isOfNames(act);
			const report = await (reachesReaders(act) ? publishing(newsroom, byHand, runNow, isForReaders) : runNow());
			if (act.undoes === null) return await ended(newsroom, act, log, report, before !== null);
			// An undoing that did not come to its end can be gone on with by the same name.
			if (!report.cancelled && report.stopped === null) await store.remove(act.undoes);
			await store.remove(act.id);
			return report;
		} catch (error) {
			await dropUnbegun(newsroom, store, act).catch((second: unknown) =>
				newsroom.log('a change of many stories that failed is gone on with later', second),
			);
			throw error;
		} finally {
			if (act.taxonomy !== null) taxonomyChanged();
		}
	};

	const ended = async (
		newsroom: Newsroom,
		act: Act,
		log: ActLog,
		report: BulkReport,
		isContinued: boolean,
	): Promise<BulkReport> => {
		const store = storeOf(newsroom);
		// Those of before it was cut off count too.
		const stories = new Set((await store.read(act.id))?.steps.map(({ id }) => id)).size;
		if (stories === 0 && act.taxonomy === null) {
			await store.remove(act.id);
			return { ...report, undo: null };
		}
		try {
			await log.end({ stories, taxonomy: act.taxonomy && (await taxonomyNow(newsroom)) });
		} catch (error) {
			// It can be undone all the same, and otherwise ends when the newsroom is opened again.
			newsroom.log('the end of a change of many stories is not noted', error);
		}
		return isContinued ? { ...report, changed: stories } : report;
	};

	/**
	 * Goes on with all that was cut off, but for what is to be undone. What another Galley works at is left to it; where
	 * `mustEnd` says that it has to be over first, that is a `FailureError`.
	 */
	const goOnWithAll = async (
		newsroom: Newsroom,
		mustEnd: (act: Act) => boolean,
		undo: ActId | null,
		tools: Tools,
	): Promise<void> => {
		const store = storeOf(newsroom);
		const open = async () => (await store.list()).filter(({ end }) => end === null);
		if ((await open()).length === 0) return;
		const take = async () => {
			const cutOff: Act[] = [];
			for (const { act } of await open()) {
				if (isAtWork(act.by, await store.changedAt(act.id))) {
					if (mustEnd(act) || (undo !== null && [act.id, act.undoes].includes(undo))) throw busy();
				} else if (act.id !== undo) cutOff.push(act);
			}
			for (const { id } of cutOff) await store.goOn(id).take(thisProcess());
			return cutOff;
		};
		const taken = await newsroom.lock.hold(take).catch((error: unknown) => {
			throw diskFailure(error, 'save', 'what is to be changed');
		});
		for (const { id } of taken) {
			const kept = await store.read(id);
			if (kept === null) continue;
			const { act, steps } = kept;
			for (const step of steps.slice(-mostUnderWay)) await heal(newsroom, step);
			const report = await run(newsroom, act, store.goOn(id), steps, tools);
			continued({ change: act.change, isUndo: act.undoes !== null, report });
		}
	};

	/** Runs one act after another; each begins when those that were cut off are whole. */
	const start = (
		newsroom: Newsroom,
		{ mustEnd = () => false, undo = null }: Beginning,
		plan: (store: ActStore) => Promise<Plan>,
	): string =>
		jobs.start((tools) =>
			queues.run(newsroom.folder().path, async () => {
				await mustBeWritable(newsroom.disk, newsroom.folder());
				// What a filter finds, or what carries a name, is only known once every story is.
				await newsroom.whole();
				await goOnWithAll(newsroom, mustEnd, undo, tools);
				const store = storeOf(newsroom);
				const planned = await plan(store);
				const now = newsroom.now();
				const act: Act = { id: ulid(now.getTime()), at: now.toISOString(), by: thisProcess(), ...planned };
				const log = await store.begin(act);
				return { kind: 'changed', report: await run(newsroom, act, log, null, tools) };
			}),
		);

	return {
		change(newsroom, selection, change) {
			if (change.kind === 'categories') refuseUnknown(newsroom, change.add);
			return start(newsroom, {}, async () => {
				if (change.kind === 'replace') await finderOf(change.query);
				const chosen = await newsroom.articles.wholeAnswer((index) => index.select(selection));
				return { change, undoes: null, taxonomy: null, stories: chosen.map(({ id }) => id) };
			});
		},
		find: (newsroom, selection, replacement) =>
			jobs.start(async (tools) => {
				await newsroom.whole();
				return { kind: 'found', report: await findWords(newsroom.articles, selection, replacement, tools) };
			}),
		changeReference: (newsroom, change) =>
			start(newsroom, { mustEnd: isOfNames }, async () => ({
				change,
				undoes: null,
				taxonomy: await stepsTo(newsroom, change),
				stories: null,
			})),
		async undo(newsroom, undo) {
			const kept = await storeOf(newsroom).read(undo);
			if (kept === null || kept.act.undoes !== null) throw unknown();
			const { id } = kept.act;
			return start(newsroom, { undo: id, ...(isOfNames(kept.act) ? { mustEnd: isOfNames } : {}) }, async (store) => {
				const now = await store.read(id);
				if (now === null) throw new FailureError('not-found', 'This change was undone already.');
				const { act, end } = now;
				const taxonomy = await stepsBack(newsroom, act, end);
				return { change: act.change, undoes: id, taxonomy, stories: null };
			});
		},
		async done(newsroom) {
			const acts = await storeOf(newsroom).list();
			const undone = new Set(acts.map(({ act }) => act.undoes));
			return acts.reverse().flatMap(({ act: { id, change, at, undoes }, end }) => {
				if (end === null || undoes !== null || undone.has(id)) return [];
				return [{ undo: id, change, at, stories: end.stories }];
			});
		},
		async goOn(newsroom) {
			if (newsroom.folder().readOnly !== null) return;
			if ((await storeOf(newsroom).list()).every(({ end }) => end !== null)) return;
			jobs.start((tools) =>
				queues.run(newsroom.folder().path, async () => {
					await newsroom.whole();
					await goOnWithAll(newsroom, isOfNames, null, tools);
					return { kind: 'changed', report: nothingDone };
				}),
			);
		},
	};
}

/** Whether an act is about a name; those must not meet, as they share the taxonomy. */
function isOfNames({ change }: Pick<Act, 'change'>): boolean {
	return !isStoryChange(change);
}

/** Whether readers can get something by an act, or lose it; they do not get what is changed in a published story. */
function reachesReaders({ change, undoes }: Act): boolean {
	return undoes !== null || !['categories', 'trending', 'replace'].includes(change.kind);
}

function busy(): FailureError {
	return new FailureError(
		'not-allowed',
		'Another change of many stories is under way in this newsroom. Wait until it has ended, then try again.',
	);
}

function unknown(): FailureError {
	return new FailureError('not-found', 'This change cannot be undone any more. Each story has it in its history.');
}

function refuseUnknown({ folder }: ChangedNewsroom, slugs: readonly string[]): void {
	const { categories } = folder();
	const missing = slugs.find((slug) => categories.every((category) => category.slug !== slug));
	if (missing === undefined) return;
	throw new FailureError('not-found', `There is no category “${missing}” any more, so nothing was changed.`, missing);
}
