import { isDeepStrictEqual } from 'node:util';
import type { BulkReport } from '#shared/contract/bulk.ts';
import type { ReferenceChange } from '#shared/contract/references.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Category, Slug } from '#shared/model/category.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import type { JobWork } from '../../jobs.ts';
import { runTasks, type Task, type TasksReport } from '../run-tasks.ts';
import type { Act, StoryStep, TaxonomySteps } from './act.ts';
import type { ActLog, KeptAct } from './act-store.ts';
import { carriedBy, changedStory } from './reference-edit.ts';
import { stepOf, takeStepsBack } from './story-steps.ts';
import { mergedTaxonomy } from './taxonomy-change.ts';
import { touchedBy } from './touched-stories.ts';

/** The open newsroom in which an act runs. */
export interface ActNewsroom {
	readonly articles: ArticleStore;
	changeCategories(
		change: (
			now: readonly Category[],
			bytes: Uint8Array,
		) => { readonly categories: readonly Category[]; readonly bytes?: Uint8Array } | null,
	): Promise<readonly Category[]>;
	readonly log: (message: string, error?: unknown) => void;
}

type Tools = Parameters<JobWork>[0];
/** Stories that were put into a category while others were changed are looked for so often. */
const mostRounds = 5;

/**
 * Does an act, or what is left of it: the taxonomy first, so that it knows all that stories come to name; then the
 * stories; and last it loses what no story names any more.
 */
export async function runAct(
	newsroom: ActNewsroom,
	act: Act,
	log: ActLog,
	undone: KeptAct | null,
	tools: Tools,
): Promise<BulkReport> {
	const { taxonomy } = act;
	if (taxonomy !== null) {
		const { before, during } = taxonomy;
		await newsroom.changeCategories((now) => ({ categories: mergedTaxonomy(before, now, during, heirIn(act)) }));
	}
	const stories = await runStories(newsroom, rounds(newsroom, act, log, undone), tools);
	const { done, failedIds, left: _, ...rest } = stories;
	const report: BulkReport = { ...rest, changed: done.length, undo: act.undoes === null ? act.id : null };
	if (taxonomy === null || rest.stopped !== null) return report;
	try {
		const staying = await stillNamed(newsroom.articles, taxonomy, failedIds);
		if (rest.cancelled || staying.length > 0) return { ...report, ...noteOf(taxonomy, staying) };
		await newsroom.changeCategories((now) => {
			const { during, after, bytesAfter } = taxonomy;
			if (!isDeepStrictEqual(now, during)) return { categories: mergedTaxonomy(during, now, after, heirIn(act)) };
			return bytesAfter === null
				? { categories: after }
				: { categories: after, bytes: Buffer.from(bytesAfter, 'base64') };
		});
		return report;
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
type NextTasks = (failed: ReadonlySet<ArticleId>) => Promise<Task<ArticleId>[]>;

function rounds(newsroom: ActNewsroom, { change, undoes }: Act, log: ActLog, undone: KeptAct | null): NextTasks {
	const { articles } = newsroom;
	const changing = (wanted: ReferenceChange): NextTasks => {
		const carried = carriedBy(wanted);
		return async (failed) => {
			if (carried === null) return [];
			const touched = (await touchedBy(articles, carried)).filter(({ id }) => !failed.has(id));
			return touched.map(({ id }) => ({
				id,
				run: async () => {
					const edit = (article: Parameters<typeof changedStory>[0]) => changedStory(article, wanted);
					const both = await articles.changeBoth(id, edit, (planned) => log.step(stepOf(id, planned)));
					return both && id;
				},
			}));
		};
	};
	if (undoes === null) return changing(change);

	const steps = stepsByStory(undone?.steps ?? []);
	let isFirst = true;
	// A new name that goes again takes the stories along that came under it since.
	const back = renamedBack(change);
	const others: NextTasks = back === null ? async () => [] : changing(back);
	return async (failed) => {
		if (!isFirst) return others(failed);
		isFirst = false;
		return [...steps].map(([id, own]) => ({
			id,
			run: async () => ((await takeStepsBack(articles, id, own, log)) ? id : null),
		}));
	};
}

async function runStories(newsroom: ActNewsroom, next: NextTasks, tools: Tools): Promise<TasksReport<ArticleId>> {
	const { articles, log } = newsroom;
	let all: TasksReport<ArticleId> = {
		done: [],
		unchanged: 0,
		failed: [],
		failedCount: 0,
		failedIds: new Set(),
		left: new Set(),
		cancelled: tools.signal.aborted,
		stopped: null,
	};
	for (let round = 0; round < mostRounds; round += 1) {
		if (all.cancelled || all.stopped !== null) break;
		let tasks: Task<ArticleId>[];
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
			left: part.left,
			cancelled: part.cancelled,
			stopped: part.stopped,
		};
		// Nothing that a further round could change.
		if (part.done.length === 0 && round > 0) break;
	}
	return all;
}

function stepsByStory(steps: readonly StoryStep[]): ReadonlyMap<ArticleId, readonly StoryStep[]> {
	const byStory = new Map<ArticleId, StoryStep[]>();
	for (const step of steps) byStory.set(step.id, [...(byStory.get(step.id) ?? []), step]);
	return byStory;
}

function renamedBack(change: ReferenceChange): ReferenceChange | null {
	if (change.kind !== 'rename-category' || change.slug === change.to) return null;
	return { kind: 'rename-category', slug: change.to, to: change.slug, label: change.label };
}

/** What goes from the taxonomy and is still named by a story; one that could not be changed may name each of them. */
async function stillNamed(
	articles: ArticleStore,
	{ during, after }: TaxonomySteps,
	failed: ReadonlySet<ArticleId>,
): Promise<Slug[]> {
	const staying = new Set(after.map(({ slug }) => slug));
	const going = during.map(({ slug }) => slug).filter((slug) => !staying.has(slug));
	if ([...failed].some((id) => articles.catalogue.get(id) !== null)) return going;
	const named: Slug[] = [];
	for (const slug of going) if ((await touchedBy(articles, { of: 'category', slug })).length > 0) named.push(slug);
	return named;
}

function noteOf({ during }: TaxonomySteps, staying: readonly Slug[]): { note?: string } {
	const labels = staying.map((slug) => `“${during.find((category) => category.slug === slug)?.label ?? slug}”`);
	if (labels.length === 0) return {};
	return { note: `${labels.join(' and ')} stays in the list, as stories still stand in it.` };
}

/** What stands below a category that goes, when it was put there meanwhile, gets this one as its parent. */
export function heirIn({ change, undoes }: Pick<Act, 'change' | 'undoes'>): (gone: Slug) => Slug | null {
	return (gone) => {
		switch (change.kind) {
			case 'rename-category':
				return undoes === null ? change.to : change.slug;
			case 'merge-category':
				return gone === change.slug ? change.into : null;
			default:
				return null;
		}
	};
}
