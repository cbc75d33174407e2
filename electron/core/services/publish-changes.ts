import type { SaveOutcome } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId, Revision } from '#shared/model/article.ts';
import { linkedIds, storyProblems } from '../export/assess.ts';
import { createPictures } from '../export/pictures.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { exportSourceOf } from './export-source-of.ts';

/** Gives readers the changes of a published story. One that has errors is a `FailureError` which names them. */
export async function publishChanges(newsroom: OpenNewsroom, id: ArticleId, basedOn: Revision): Promise<SaveOutcome> {
	const { article, revision } = await newsroom.articles.open(id);
	// What somebody else has made of it since is met by the store.
	if (revision === basedOn) {
		const source = exportSourceOf(newsroom);
		const linked = await source.linked(linkedIds(article));
		const around = { ...source.folder, now: source.now };
		const problems = await storyProblems(article, around, createPictures(source), (link) => linked.get(link) ?? null);
		const errors = problems.filter(({ severity }) => severity === 'error');
		if (errors.length > 0) {
			const reasons = errors.map(({ message }) => `${message}.`).join(' ');
			throw new FailureError(
				'not-allowed',
				`Readers did not get these changes, as the story has errors: ${reasons}`,
				id,
			);
		}
	}
	return newsroom.articles.publishChanges(id, basedOn);
}
