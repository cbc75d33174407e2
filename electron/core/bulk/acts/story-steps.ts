import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import type { BothChange } from '../../articles/change-both.ts';
import type { BothFiles } from '../../articles/live/both-files.ts';
import { revisionOf } from '../../json/parsed-file.ts';
import { type CarriedLists, takenBack } from '../references/reference-edit.ts';
import { setPart } from '../stories/set-part.ts';
import { isSamePart, partOf } from '../stories/story-part.ts';
import type { ListsStep, StoryStep, WritingStep } from './act.ts';
import type { ActLog } from './act-store.ts';
import { patched } from './line-patch.ts';
import { wayBack } from './way-back.ts';

/** What is written down of a story before a name that it carries is changed. */
export function listsStep(id: ArticleId, change: BothChange): ListsStep {
	const { before, after } = change;
	return {
		kind: 'lists',
		id,
		...wayBack(change),
		was: { file: listsOf(before.article), live: before.live && listsOf(before.live) },
		is: { file: listsOf(after.article), live: after.live && listsOf(after.live) },
	};
}

function listsOf({ categories, tags, byline }: Article): CarriedLists {
	return { categories, tags, byline };
}

/**
 * Sets right a story whose live version was changed by a step and whose file was not, as a crash in between leaves it:
 * both are as before then.
 */
export async function healHalf(articles: ArticleStore, step: StoryStep): Promise<void> {
	if (step.kind === 'trash') return;
	const { id, file, beside } = step;
	await articles.putBothBack(id, (now) => {
		if (revisionOf(now.file) !== file.to || revisionOf(now.beside) !== beside.from || beside.from === beside.to)
			return null;
		return { file: now.file, beside: patched(now.beside, beside) };
	});
}

/** How a story stands to a step that was written down of it; `changed` is one that was changed again since. */
export async function stateOfStep(articles: ArticleStore, step: StoryStep): Promise<'before' | 'after' | 'changed'> {
	if (step.kind === 'trash') return (await articles.pathOf(step.id)) === null ? 'after' : 'before';
	const file = await articles.read(step.id);
	const revision = file.kind === 'article' ? file.revision : (await articles.inTrash(step.id))?.revision;
	if (revision === step.file.from) return 'after';
	return revision === step.file.to ? 'before' : 'changed';
}

/**
 * Takes the steps of one story back, in the order in which they were taken: to the very bytes of before, or, where it was
 * edited since, by what was changed alone. Answers whether anything had to be done; a story in which that itself was changed
 * again is a `FailureError` and stays as it is.
 */
export async function takeStepsBack(
	articles: ArticleStore,
	id: ArticleId,
	steps: readonly StoryStep[],
	log: ActLog,
): Promise<boolean> {
	const last = steps.at(-1);
	if (last === undefined) return false;
	if (last.kind === 'trash') return takeOutOfTrash(articles, id);
	const writing = steps.filter((step) => step.kind !== 'trash');
	let isAsBefore = false;
	const isBack = await articles.putBothBack(id, (now) => {
		isAsBefore = writing.some(({ file }) => file.to === revisionOf(now.file));
		return bytesBefore(now, writing);
	});
	if (isBack) return true;
	switch (last.kind) {
		case 'lists': {
			const lists = steps.filter((step) => step.kind === 'lists');
			const was = (lists[0] ?? last).was;
			const change = await articles.changeBoth(id, takenBack({ was, is: last.is }), (both) =>
				log.step(listsStep(id, both)),
			);
			return change !== null;
		}
		case 'part': {
			if (isAsBefore) return false;
			const { was, is } = last;
			return setPart(articles, id, was.kind, log, async (article) => {
				const now = partOf(article, was.kind);
				if (isSamePart(now, was) || isSamePart(now, is)) return was;
				throw changedSince(id);
			});
		}
		case 'publish':
		case 'texts':
			if (isAsBefore) return false;
			throw changedSince(id);
	}
}

function changedSince(id: ArticleId): FailureError {
	return new FailureError('not-allowed', 'It was changed again since, so it stays as it is.', id);
}

async function takeOutOfTrash(articles: ArticleStore, id: ArticleId): Promise<boolean> {
	if ((await articles.pathOf(id)) !== null) return false;
	await articles.restore(id);
	return true;
}

/** The bytes of before all steps; null where those of now are of no step. */
function bytesBefore(now: BothFiles, steps: readonly WritingStep[]): BothFiles | null {
	let { file, beside } = now;
	let isOfStep = false;
	for (const step of [...steps].reverse()) {
		if (revisionOf(file) !== step.file.from) continue;
		const besideNow = revisionOf(beside);
		if (besideNow === step.beside.from) beside = patched(beside, step.beside);
		// A crash may have come right after it was put back.
		else if (besideNow !== step.beside.to) return null;
		file = patched(file, step.file);
		isOfStep = true;
	}
	return isOfStep ? { file, beside } : null;
}
