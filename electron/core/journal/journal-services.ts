import type { Services } from '#shared/contract/index.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import { readArticleFile } from '../article-file.ts';
import { readStory } from '../article-store.ts';
import type { OpenNewsroom } from '../open-newsroom.ts';
import { findPending, keepMine, keepTheirs } from './pending-work.ts';

/** The operations of the journal. */
export function journalServices(
	log: (message: string, error?: unknown) => void,
): Pick<Services<OpenNewsroom>, 'journal'> {
	return {
		journal: {
			write: async ({ session, basedOn, article, base }, newsroom) => {
				const known = base ?? (await findBase(newsroom, article.id, basedOn, log));
				return newsroom.journal.write({ session, basedOn, base: known, mine: article });
			},
			clear: async ({ session, id }, newsroom) => {
				await newsroom.journal.clear(session, id);
				return null;
			},
			pending: ({ sessions }, newsroom) => findPending(newsroom, new Set(sessions)),
			resolve: ({ session, id, keep, article, basedOn }, newsroom) => {
				switch (keep) {
					case 'mine':
						return keepMine(newsroom, session, id, article, basedOn);
					case 'theirs':
						return keepTheirs(newsroom, session, id);
				}
			},
		},
	};
}

/** The story at the revision that the work is based on: as last read or written, as it lies there, or from its history. */
async function findBase(
	{ shelf, history }: OpenNewsroom,
	id: ArticleId,
	basedOn: Revision,
	log: (message: string, error?: unknown) => void,
): Promise<Article | null> {
	const known = shelf.keeper.known(id, basedOn);
	if (known !== null) return known.article;
	try {
		const file = await readStory(shelf, id);
		if (file.kind === 'article' && file.revision === basedOn) return file.article;
		const past = await history.find(id, basedOn);
		const read = past === null ? null : readArticleFile(past);
		return read?.kind === 'article' ? read.article : null;
	} catch (error) {
		// The text is worth noting without what it came from.
		log('the base of unsaved work could not be read', error);
		return null;
	}
}
