import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import type { ActLog } from '../acts/act-store.ts';
import { wayBack } from '../acts/way-back.ts';
import { isSamePart, partOf, type StoryPart, withPart } from './story-part.ts';

/** Somebody who saves the same story again and again at this moment is given way to. */
const mostTries = 5;

/** Gives a story a part as an edit of it, written down before; false when it is so already. */
export async function setPart(
	articles: ArticleStore,
	id: ArticleId,
	kind: StoryPart['kind'],
	log: ActLog,
	wanted: (article: Article) => Promise<StoryPart>,
): Promise<boolean> {
	let opened = await articles.open(id);
	for (let tries = 0; tries < mostTries; tries += 1) {
		if (opened.readOnly !== null) throw new FailureError('not-allowed', opened.readOnly, id);
		const was = partOf(opened.article, kind);
		const is = await wanted(opened.article);
		if (isSamePart(was, is)) return false;
		// A status change is kept as one; what else is changed in many stories is worth going back to as well.
		const reason = kind === 'status' ? 'auto' : 'explicit';
		const outcome = await articles.save(withPart(opened.article, is), opened.revision, reason, (change) =>
			log.step({ kind: 'part', id, ...wayBack(change), was, is }),
		);
		switch (outcome.kind) {
			case 'saved':
				return true;
			case 'gone':
				throw new FailureError('not-found', outcome.reason, id);
			case 'conflict':
				opened = outcome.theirs;
		}
	}
	throw new FailureError('not-allowed', 'It is being changed at this moment. Try again.', id);
}
