import type { BulkReport, StoryChange } from '#shared/contract/bulk.ts';
import { isStoryChange } from '#shared/contract/changes.ts';
import type { ReferenceChange } from '#shared/contract/references.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import type { JobWork } from '../../jobs.ts';
import { carriedBy, changedStory } from '../references/reference-edit.ts';
import { beginTaxonomy, endTaxonomy, type TaxonomyKeeper } from '../references/taxonomy-steps.ts';
import { touchedBy } from '../references/touched-stories.ts';
import { changeStory } from '../stories/change-story.ts';
import type { Act, StoryStep } from './act.ts';
import type { ActLog } from './act-store.ts';
import { runTasks, type Task, type TasksReport } from './run-tasks.ts';
import { listsStep, stateOfStep, takeStepsBack } from './story-steps.ts';

/** The open newsroom in which an act runs. */
export interface ActNewsroom extends TaxonomyKeeper {
	readonly articles: ArticleStore;
	readonly log: (message: string, error?: unknown) => void;
}

/** What an act goes by beside itself. */
export interface ActWork {
	readonly log: ActLog;
	/** The steps of the act that it takes back. */
	readonly undone: readonly StoryStep[];
	/** Its own steps of before it was cut off; null for one that begins. */
	readonly before: readonly StoryStep[] | null;
	/** Throws a `FailureError` for a story that readers are not to get. */
	readonly check: (article: Article) => Promise<void>;
}

type Tools = Parameters<JobWork>[0];
/** Stories that were put into a category while others were changed are looked for so often. */
const mostRounds = 5;

/**
 * Does an act, or what is left of it: the taxonomy first, so that it knows all that stories come to name; then the
 * stories; and last it loses what no story names any more.
 */
export async function runAct(newsroom: ActNewsroom, act: Act, work: ActWork, tools: Tools): Promise<BulkReport> {
	const { taxonomy } = act;
	if (taxonomy !== null) await beginTaxonomy(newsroom, { ...act, taxonomy });
	const stories = await runStories(newsroom, rounds(newsroom.articles, act, work), tools);
	const { done, failedIds, ...rest } = stories;
	const report: BulkReport = { ...rest, changed: done.length, undo: act.undoes === null ? act.id : null };
	if (taxonomy === null || rest.stopped !== null) return report;
	try {
		return { ...report, ...(await endTaxonomy(newsroom, { ...act, taxonomy }, failedIds, rest.cancelled)) };
	} catch (error) {
		return { ...report, stopped: reasonIfStarted(error, done.length) };
	}
}

/** Why an act ends before its end, where stories were changed, which is then told with the way back; else it fails. */
function reasonIfStarted(error: unknown, done: number): string {
	if (!(error instanceof FailureError) || done === 0) throw error;
	return error.failure.message;
}

/** Answers the stories that are still to be changed, but for those that failed; empty once there are none. */
type NextTasks = (failed: ReadonlySet<ArticleId>) => Promise<Task[]>;

function rounds(articles: ArticleStore, act: Act, work: ActWork): NextTasks {
	const { change, undoes } = act;
	if (undoes !== null) {
		const back = takingBack(articles, work);
		// A new name that goes again takes the stories along that came under it since.
		const renamed = renamedBack(change);
		return renamed === null ? once(back) : inTurn(back, changingNames(articles, renamed, work));
	}
	return isStoryChange(change)
		? once(changingChosen(articles, act, change, work))
		: changingNames(articles, change, work);
}

function once(next: NextTasks): NextTasks {
	return inTurn(next, async () => []);
}

/** The first answers first, and the other from then on. */
function inTurn(first: NextTasks, others: NextTasks): NextTasks {
	let isFirst = true;
	return async (failed) => {
		if (!isFirst) return others(failed);
		isFirst = false;
		return first(failed);
	};
}

/** Stories that carry a name are looked for again and again, as one may get it meanwhile. */
function changingNames(articles: ArticleStore, wanted: ReferenceChange, { log }: ActWork): NextTasks {
	const carried = carriedBy(wanted);
	return async (failed) => {
		if (carried === null) return [];
		const touched = (await touchedBy(articles, carried)).filter(({ id }) => !failed.has(id));
		return touched.map(({ id }) => ({
			id,
			run: async () => {
				const edit = (article: Article) => changedStory(article, wanted);
				return (await articles.changeBoth(id, edit, (planned) => log.step(listsStep(id, planned)))) !== null;
			},
		}));
	};
}

/** Stories that were chosen; after it was cut off, those that are done are left as they are, whatever became of them since. */
function changingChosen(
	articles: ArticleStore,
	{ at, stories }: Act,
	change: StoryChange,
	{ log, before, check }: ActWork,
): NextTasks {
	const last = new Map((before ?? []).map((step) => [step.id, step]));
	const mayGoOut = async (article: Article) => {
		// Nobody has decided that readers get what was written after the act was cut off.
		if (before !== null && Date.parse(article.dates.updated) > Date.parse(at))
			throw new FailureError('not-allowed', 'It was changed after this was cut off. Publish it yourself.', article.id);
		await check(article);
	};
	return async () =>
		(stories ?? []).map((id) => ({
			id,
			run: async () => {
				const step = last.get(id);
				if (step !== undefined && (await stateOfStep(articles, step)) !== 'before') return false;
				return changeStory(articles, id, change, log, mayGoOut);
			},
		}));
}

function takingBack(articles: ArticleStore, { undone, log }: ActWork): NextTasks {
	const byStory = new Map<ArticleId, StoryStep[]>();
	for (const step of undone) byStory.set(step.id, [...(byStory.get(step.id) ?? []), step]);
	return async () =>
		[...byStory].map(([id, steps]) => ({
			id,
			run: () => takeStepsBack(articles, id, steps, log),
		}));
}

async function runStories(newsroom: ActNewsroom, next: NextTasks, tools: Tools): Promise<TasksReport> {
	const { articles, log } = newsroom;
	let all: TasksReport = {
		done: [],
		unchanged: 0,
		failed: [],
		failedCount: 0,
		failedIds: new Set(),
		cancelled: tools.signal.aborted,
		stopped: null,
	};
	for (let round = 0; round < mostRounds; round += 1) {
		if (all.cancelled || all.stopped !== null) break;
		let tasks: Task[];
		try {
			tasks = await next(all.failedIds);
		} catch (error) {
			all = { ...all, stopped: reasonIfStarted(error, all.done.length) };
			break;
		}
		if (tasks.length === 0) break;
		const part = await runTasks(articles, tasks, tools, log);
		all = {
			done: [...new Set([...all.done, ...part.done])],
			unchanged: all.unchanged + part.unchanged,
			failed: [...all.failed, ...part.failed],
			failedCount: all.failedCount + part.failedCount,
			failedIds: new Set([...all.failedIds, ...part.failedIds]),
			cancelled: part.cancelled,
			stopped: part.stopped,
		};
		// Nothing that a further round could change.
		if (part.done.length === 0 && round > 0) break;
	}
	return all;
}

function renamedBack(change: Act['change']): ReferenceChange | null {
	if (change.kind !== 'rename-category' || change.slug === change.to) return null;
	return { kind: 'rename-category', slug: change.to, to: change.slug, label: change.label };
}
