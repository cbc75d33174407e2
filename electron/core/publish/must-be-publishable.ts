import { liftFirst } from '#shared/document/withheld-words.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article } from '#shared/model/article.ts';
import { linkedIds } from '../export/assess.ts';
import { closeProblems } from '../export/close-problems.ts';
import { createPictures } from '../export/pictures.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { exportSourceOf } from '../services/export-source-of.ts';

/**
 * Throws a `FailureError` that names the errors of a story which has some, so that readers do not get it; or says that one
 * which they never had is under embargo until that is lifted.
 */
export async function mustBePublishable(newsroom: OpenNewsroom, article: Article): Promise<void> {
	mustNotBeEmbargoed(article);
	const source = exportSourceOf(newsroom);
	const linked = await source.linked(linkedIds(article));
	const problems = await closeProblems(source, article, createPictures(source), (id) => linked.get(id) ?? null);
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (errors.length === 0) return;
	const reasons = errors.map(({ message }) => `${message}.`).join(' ');
	throw new FailureError('not-allowed', `It has errors, so readers do not get it: ${reasons}`, article.id);
}

function mustNotBeEmbargoed({ id, status, embargo }: Article): void {
	if (status === 'published' || !embargo.untilLifted) return;
	throw new FailureError('not-allowed', `It ${liftFirst(embargo.reason)}`, id);
}
