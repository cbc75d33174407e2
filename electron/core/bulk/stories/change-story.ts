import type { StoryChange } from '#shared/contract/bulk.ts';
import { statusRefusal } from '#shared/document/status-refusal.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { hasChanges } from '../../articles/article-file.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import type { ActLog } from '../acts/act-store.ts';
import { wayBack } from '../acts/way-back.ts';
import { replaceWords } from './replace-words.ts';
import { setPart } from './set-part.ts';
import { changedPart } from './story-part.ts';

/**
 * Makes a change to one story, written down before; false when it is so already. Throws a `FailureError` when it cannot be
 * made, as does `check` for a story that readers are not to get.
 */
export async function changeStory(
	articles: ArticleStore,
	id: ArticleId,
	change: StoryChange,
	log: ActLog,
	check: (article: Article) => Promise<void>,
): Promise<boolean> {
	switch (change.kind) {
		case 'trash':
			// What another Galley moved there is not this one's to bring back.
			if ((await articles.read(id)).kind === 'gone')
				throw new FailureError('not-found', 'This story is no longer in the newsroom.', id);
			await log.step({ kind: 'trash', id });
			await articles.trash(id);
			return true;
		case 'publish':
			return publishStory(articles, id, log, check);
		case 'replace':
			return replaceWords(articles, id, change, log);
		default:
			return setPart(articles, id, change.kind, log, async (article) => {
				const refusal = change.kind === 'status' ? statusRefusal(article, change.status) : null;
				if (refusal !== null) throw new FailureError('not-allowed', refusal, id);
				const isFirst = change.kind === 'status' && change.status === 'published' && article.status !== 'published';
				if (isFirst) await check(article);
				return changedPart(article, change);
			});
	}
}

async function publishStory(
	articles: ArticleStore,
	id: ArticleId,
	log: ActLog,
	check: (article: Article) => Promise<void>,
): Promise<boolean> {
	const was = await articles.read(id);
	if (was.kind !== 'article') throw new FailureError('not-found', 'Its file is gone or damaged.', id);
	if (!hasChanges(was)) return false;
	await check(was.article);
	const outcome = await articles.publishChanges(id, was.revision, undefined, (change) =>
		log.step({ kind: 'publish', id, ...wayBack(change) }),
	);
	if (outcome.kind === 'saved') return true;
	throw new FailureError('not-allowed', 'It is being changed at this moment. Try again.', id);
}
