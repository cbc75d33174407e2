import type { SaveOutcome } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { mustBePublishable } from './must-be-publishable.ts';

/** What publishing a story came to: it is out for the first time, its changes are, or readers have it as it is already. */
export type Publication = 'published' | 'changes' | 'already';

/** Gives readers the changes of a published story. One that has errors is a `FailureError` which names them. */
export async function publishChanges(newsroom: OpenNewsroom, id: ArticleId, basedOn: Revision): Promise<SaveOutcome> {
	const { article, revision } = await newsroom.articles.open(id);
	// What somebody else has made of it since is met by the store.
	if (revision === basedOn) await mustBePublishable(newsroom, article);
	return newsroom.articles.publishChanges(id, basedOn);
}

/** Why a story may not be published at this moment, as it lies in its file; null when it may. */
export type Refuse = (article: Article) => string | null;

/** Somebody who saves the same story again and again at this moment is given way to. */
const mostTries = 5;

/**
 * Publishes a story as its file is, or the changes of one that is published; `published` is the moment, ISO 8601, that
 * readers see the first time; now when null. What keeps it from readers is a `FailureError`.
 */
export async function publishStory(
	newsroom: OpenNewsroom,
	id: ArticleId,
	published: string | null,
	refuse: Refuse = () => null,
): Promise<Publication> {
	const { articles } = newsroom;
	let opened = await articles.open(id);
	for (let tries = 0; tries < mostTries; tries += 1) {
		const { article, revision, readOnly, hasChanges } = opened;
		const isOut = article.status === 'published';
		if (isOut && !hasChanges) return 'already';
		const refusal = readOnly ?? refuse(article);
		if (refusal !== null) throw new FailureError('not-allowed', refusal, id);
		await mustBePublishable(newsroom, article);
		const dates = { ...article.dates, published: article.dates.published ?? published };
		const outcome = isOut
			? await articles.publishChanges(id, revision)
			: await articles.save({ ...article, status: 'published', dates }, revision);
		switch (outcome.kind) {
			case 'saved':
				return isOut ? 'changes' : 'published';
			case 'gone':
				throw new FailureError('not-found', outcome.reason, id);
			case 'conflict':
				// Another Galley may have published it; then nothing is left to do.
				opened = outcome.theirs;
		}
	}
	throw new FailureError('not-allowed', 'It is being changed at this moment. Try again.', id);
}
