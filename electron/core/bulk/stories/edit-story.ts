import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import type { StoryStep } from '../acts/act.ts';
import type { ActLog } from '../acts/act-store.ts';
import { wayBack } from '../acts/way-back.ts';

/** Somebody who saves the same story again and again at this moment is given way to. */
const mostTries = 5;

/** What becomes of a story, and what is written down of it besides the way back. */
export interface StoryEdit {
	readonly article: Article;
	readonly step: (way: { readonly id: ArticleId } & ReturnType<typeof wayBack>) => StoryStep;
	/** A change of status is kept as one in the history; what else is changed in many stories is worth going back to as well. */
	readonly isStatus: boolean;
}

/** Edits a story, written down before; false when there is nothing to be edited. */
export async function editStory(
	articles: ArticleStore,
	id: ArticleId,
	log: ActLog,
	edit: (article: Article) => Promise<StoryEdit | null>,
): Promise<boolean> {
	let opened = await articles.open(id);
	for (let tries = 0; tries < mostTries; tries += 1) {
		if (opened.readOnly !== null) throw new FailureError('not-allowed', opened.readOnly, id);
		const edited = await edit(opened.article);
		if (edited === null) return false;
		const { article, step, isStatus } = edited;
		const outcome = await articles.save(article, opened.revision, isStatus ? 'auto' : 'explicit', (change) =>
			log.step(step({ id, ...wayBack(change) })),
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
