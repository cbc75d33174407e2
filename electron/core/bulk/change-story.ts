import type { StoryChange } from '#shared/contract/bulk.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { hasChanges } from '../articles/article-file.ts';
import type { ArticleStore } from '../articles/article-store.ts';
import { type LinePatch, linePatch, patched } from './line-patch.ts';
import { changedPart, isSamePart, partOf, type StoryPart, withPart } from './story-part.ts';

/** What was done to one story, and so what its undoing has to do. */
export type Done =
	| {
			readonly kind: 'part';
			readonly id: ArticleId;
			readonly before: StoryPart;
			readonly after: StoryPart;
			/** What makes the file as it was of the file as it became; null when either was not known any more. */
			readonly back: LinePatch | null;
	  }
	| { readonly kind: 'published'; readonly id: ArticleId; readonly back: LinePatch }
	| { readonly kind: 'trashed' | 'restored'; readonly id: ArticleId };

/** Somebody who saves the same story again and again at this moment is given way to. */
const mostTries = 5;

/**
 * Makes a change to one story; null when it is so already. Throws a `FailureError` when it cannot be made, as does `check`
 * for a story that readers are not to get.
 */
export async function changeStory(
	articles: ArticleStore,
	id: ArticleId,
	change: StoryChange,
	check: (article: Article) => Promise<void>,
): Promise<Done | null> {
	switch (change.kind) {
		case 'trash':
			await articles.trash(id);
			return { kind: 'trashed', id };
		case 'publish':
			return publishStory(articles, id, check);
		default:
			return setPart(articles, id, change.kind, async (article) => {
				const isFirst = change.kind === 'status' && change.status === 'published' && article.status !== 'published';
				if (isFirst) await check(article);
				return changedPart(article, change);
			});
	}
}

async function publishStory(
	articles: ArticleStore,
	id: ArticleId,
	check: (article: Article) => Promise<void>,
): Promise<Done | null> {
	const was = await articles.read(id);
	if (was.kind !== 'article') throw new FailureError('not-found', 'Its file is gone or damaged.', id);
	if (!hasChanges(was)) return null;
	await check(was.article);
	const outcome = await articles.publishChanges(id, was.revision);
	const is = outcome.kind === 'saved' ? articles.known(id, outcome.revision) : null;
	if (is === null) throw new FailureError('not-allowed', 'It is being changed at this moment. Try again.', id);
	return { kind: 'published', id, back: linePatch(is, was) };
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
		case 'published': {
			const back = await putFileBack(articles, id, done.back);
			if (back === null) throw new FailureError('not-allowed', 'It was changed again since, so it stays as it is.', id);
			return { kind: 'published', id, back };
		}
		case 'part': {
			const back = done.back && (await putFileBack(articles, id, done.back));
			if (back !== null) return { kind: 'part', id, before: done.after, after: done.before, back };
			return setPart(articles, id, done.before.kind, async (article) => {
				const now = partOf(article, done.before.kind);
				if (isSamePart(now, done.before) || isSamePart(now, done.after)) return done.before;
				throw new FailureError('not-allowed', 'It was changed again since, so it stays as it is.', id);
			});
		}
	}
}

/** Puts back the very bytes of a story that nobody changed since, and answers the way back from there; else null. */
async function putFileBack(articles: ArticleStore, id: ArticleId, back: LinePatch): Promise<LinePatch | null> {
	const now = await articles.read(id);
	if (now.kind !== 'article' || now.revision !== back.from || now.readOnly !== null) return null;
	const bytes = patched(now.bytes, back);
	try {
		const outcome = await articles.putBack(id, bytes, now.revision);
		if (outcome.kind !== 'saved') return null;
	} catch (error) {
		// Another story has its former address: it gets back the rest.
		if (error instanceof FailureError && error.failure.code === 'not-allowed') return null;
		throw error;
	}
	return linePatch({ bytes, revision: back.to }, now);
}

async function setPart(
	articles: ArticleStore,
	id: ArticleId,
	kind: StoryPart['kind'],
	wanted: (article: Article) => Promise<StoryPart>,
): Promise<Done | null> {
	let opened = await articles.open(id);
	for (let tries = 0; tries < mostTries; tries += 1) {
		if (opened.readOnly !== null) throw new FailureError('not-allowed', opened.readOnly, id);
		const before = partOf(opened.article, kind);
		const after = await wanted(opened.article);
		if (isSamePart(before, after)) return null;
		// A status change is kept as one; what else is changed in many stories is worth going back to as well.
		const reason = kind === 'status' ? 'auto' : 'explicit';
		const was = articles.known(id, opened.revision);
		const outcome = await articles.save(withPart(opened.article, after), opened.revision, reason);
		switch (outcome.kind) {
			case 'saved': {
				const is = articles.known(id, outcome.revision);
				return { kind: 'part', id, before, after, back: was === null || is === null ? null : linePatch(is, was) };
			}
			case 'gone':
				throw new FailureError('not-found', outcome.reason, id);
			case 'conflict':
				opened = outcome.theirs;
		}
	}
	throw new FailureError('not-allowed', 'It is being changed at this moment. Try again.', id);
}
