import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import type { BothChange, BothFiles } from '../../articles/change-both.ts';
import { revisionOf } from '../../json/parsed-file.ts';
import { linePatch, patched } from '../line-patch.ts';
import type { StoryStep } from './act.ts';
import type { ActLog } from './act-store.ts';
import { type CarriedLists, takenBack } from './reference-edit.ts';

/** What is written down of a story before it is changed. */
export function stepOf(id: ArticleId, { before, after }: BothChange): StoryStep {
	return {
		id,
		file: backPatch(after.file, before.file),
		beside: backPatch(after.beside, before.beside),
		was: { file: listsOf(before.article), live: before.live && listsOf(before.live) },
		is: { file: listsOf(after.article), live: after.live && listsOf(after.live) },
	};
}

function backPatch(from: Uint8Array, to: Uint8Array): StoryStep['file'] {
	const { hunks, ...ends } = linePatch(
		{ bytes: from, revision: revisionOf(from) },
		{ bytes: to, revision: revisionOf(to) },
	);
	return { ...ends, hunks: hunks.map(({ lines, ...place }) => ({ ...place, lines: [...lines] })) };
}

function listsOf({ categories, tags, byline }: Article): CarriedLists {
	return { categories, tags, byline };
}

/**
 * Sets right a story whose live version was changed by a step and whose file was not, as a crash in between leaves it:
 * both are as before then.
 */
export async function healHalf(articles: ArticleStore, { id, file, beside }: StoryStep): Promise<void> {
	await articles.putBothBack(id, (now) => {
		if (revisionOf(now.file) !== file.to || revisionOf(now.beside) !== beside.from || beside.from === beside.to)
			return null;
		return { file: now.file, beside: patched(now.beside, beside) };
	});
}

/**
 * Takes the steps of one story back, in the order in which they were taken: to the very bytes of before, or, where it was
 * edited since, by what it carries alone. Answers whether anything had to be done.
 */
export async function takeStepsBack(
	articles: ArticleStore,
	id: ArticleId,
	steps: readonly StoryStep[],
	log: ActLog,
): Promise<boolean> {
	if (await articles.putBothBack(id, (now) => bytesBefore(now, steps))) return true;
	const [first, last] = [steps[0], steps.at(-1)];
	if (first === undefined || last === undefined) return false;
	const change = await articles.changeBoth(id, takenBack({ was: first.was, is: last.is }), (both) =>
		log.step(stepOf(id, both)),
	);
	return change !== null;
}

/** The bytes of before all steps; null where those of now are of no step. */
function bytesBefore(now: BothFiles, steps: readonly StoryStep[]): BothFiles | null {
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
