import type { Services } from '#shared/contract/index.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { findBase } from './find-base.ts';
import { findPending, keepMine, keepTheirs } from './pending-work.ts';

/** The operations of the journal. */
export function journalServices(
	log: (message: string, error?: unknown) => void,
): Pick<Services<OpenNewsroom>, 'journal'> {
	return {
		journal: {
			write: async ({ article, base, ...work }, newsroom) => {
				const known = base ?? (await findBase(newsroom, article.id, work.basedOn, log));
				return newsroom.journal.write({ ...work, base: known, mine: article });
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
