import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import type { ReaderNote } from '#shared/document/corrections/reader-note.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { mustBePublishable } from './must-be-publishable.ts';

/** What publishing a story came to: it is out for the first time, its changes are, or readers have it as it is already. */
export type Publication = 'published' | 'changes' | 'already';

/** Why a story may not be published at this moment, as it lies in its file; null when it may. */
export type Refuse = (article: Article) => string | null;

/**
 * Gives readers a story, or the changes of a published one, over the revision that this was decided on; see `SaveOutcome`.
 * One that has errors is a `FailureError` which names them.
 */
export async function publish(
	newsroom: OpenNewsroom,
	id: ArticleId,
	basedOn: Revision,
	note: ReaderNote,
): Promise<SaveOutcome> {
	const opened = await newsroom.articles.open(id);
	// What somebody else has made of it since was not decided on.
	return opened.revision === basedOn
		? publishOpened(newsroom, opened, { published: null, note })
		: { kind: 'conflict', theirs: opened };
}

/** Somebody who saves the same story again and again at this moment is given way to. */
const mostTries = 5;

/**
 * Publishes a story as its file is, or the changes of one that is published; `published` is the moment, ISO 8601, that
 * readers see the first time; now when null. `note` is what
 * readers are told of changes, nothing by default. What keeps it from readers is a `FailureError`.
 */
export async function publishStory(
	newsroom: OpenNewsroom,
	id: ArticleId,
	published: string | null,
	{ refuse = () => null, note = { kind: 'fix' } }: { readonly refuse?: Refuse; readonly note?: ReaderNote } = {},
): Promise<Publication> {
	let opened = await newsroom.articles.open(id);
	for (let tries = 0; tries < mostTries; tries += 1) {
		const isOut = opened.article.status === 'published';
		if (isOut && !opened.hasChanges) return 'already';
		const refusal = opened.readOnly ?? refuse(opened.article);
		if (refusal !== null) throw new FailureError('not-allowed', refusal, id);
		const outcome = await publishOpened(newsroom, opened, { published, note });
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

async function publishOpened(
	newsroom: OpenNewsroom,
	{ article, revision }: OpenedArticle,
	{ published, note }: { readonly published: string | null; readonly note: ReaderNote },
): Promise<SaveOutcome> {
	await mustBePublishable(newsroom, article);
	if (article.status === 'published') return newsroom.articles.publishChanges(article.id, revision, note);
	const dates = { ...article.dates, published: article.dates.published ?? published };
	return newsroom.articles.save({ ...article, status: 'published', dates }, revision);
}
