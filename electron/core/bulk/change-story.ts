import type { StoryChange } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../articles/article-store.ts';
import { changedPart, isSamePart, partOf, type StoryPart, withPart } from './story-part.ts';

/** What was done to one story, and so what its undoing has to do. */
export type Done =
	| { readonly kind: 'part'; readonly id: ArticleId; readonly before: StoryPart; readonly after: StoryPart }
	| { readonly kind: 'trashed' | 'restored'; readonly id: ArticleId };

/** Somebody who saves the same story again and again at this moment is given way to. */
const mostTries = 5;

/** Makes a change to one story; null when it is so already. Throws a `FailureError` when it cannot be made. */
export async function changeStory(articles: ArticleStore, id: ArticleId, change: StoryChange): Promise<Done | null> {
	if (change.kind === 'trash') {
		await articles.trash(id);
		return { kind: 'trashed', id };
	}
	return setPart(articles, id, change.kind, (article) => changedPart(article, change));
}

/** Takes back what was done to one story; one that was changed again since is a `FailureError` and stays as it is. */
export async function undoStory(articles: ArticleStore, done: Done): Promise<Done | null> {
	const { id } = done;
	switch (done.kind) {
		case 'trashed':
			await articles.restore(id);
			return { kind: 'restored', id };
		case 'restored':
			await articles.trash(id);
			return { kind: 'trashed', id };
		case 'part':
			return setPart(articles, id, done.before.kind, (article) => {
				const now = partOf(article, done.before.kind);
				if (isSamePart(now, done.before) || isSamePart(now, done.after)) return done.before;
				throw new FailureError('not-allowed', 'It was changed again since, so it stays as it is.', id);
			});
	}
}

async function setPart(
	articles: ArticleStore,
	id: ArticleId,
	kind: StoryPart['kind'],
	wanted: (article: Parameters<typeof partOf>[0]) => StoryPart,
): Promise<Done | null> {
	let opened = await articles.open(id);
	for (let tries = 0; tries < mostTries; tries += 1) {
		if (opened.readOnly !== null) throw new FailureError('not-allowed', opened.readOnly, id);
		const before = partOf(opened.article, kind);
		const after = wanted(opened.article);
		if (isSamePart(before, after)) return null;
		// A status change is kept as one; what else is changed in many stories is worth going back to as well.
		const reason = kind === 'status' ? 'auto' : 'explicit';
		const outcome = await articles.save(withPart(opened.article, after), opened.revision, reason);
		switch (outcome.kind) {
			case 'saved':
				return { kind: 'part', id, before, after };
			case 'gone':
				throw new FailureError('not-found', outcome.reason, id);
			case 'conflict':
				opened = outcome.theirs;
		}
	}
	throw new FailureError('not-allowed', 'It is being changed at this moment. Try again.', id);
}
