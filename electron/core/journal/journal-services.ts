import type { Services } from '#shared/contract/index.ts';
import type { OpenNewsroom } from '../open-newsroom.ts';
import { findBase } from './find-base.ts';
import { findPending, keepMine, keepTheirs } from './pending-work.ts';

/** The operations of the journal; `open` answers the open newsroom or throws that there is none. */
export function journalServices(
	open: () => OpenNewsroom,
	log: (message: string, error?: unknown) => void,
): Pick<Services, 'journal'> {
	return {
		journal: {
			write: async ({ article, base, ...work }) => {
				const newsroom = open();
				const known = base ?? (await findBase(newsroom, article.id, work.basedOn, log));
				return newsroom.journal.write({ ...work, base: known, mine: article });
			},
			clear: async ({ session, id }) => {
				await open().journal.clear(session, id);
				return null;
			},
			pending: ({ sessions }) => findPending(open(), new Set(sessions)),
			resolve: ({ session, id, keep, article, basedOn }) => {
				switch (keep) {
					case 'mine':
						return keepMine(open(), session, id, article, basedOn);
					case 'theirs':
						return keepTheirs(open(), session, id);
				}
			},
		},
	};
}
