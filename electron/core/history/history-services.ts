import type { SaveOutcome } from '#shared/contract/articles.ts';
import type { RevisionId } from '#shared/contract/history.ts';
import type { Services } from '#shared/contract/index.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import { readArticleFile } from '../articles/article-file.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';

/** The operations of the history. */
export function historyServices(): Pick<Services<OpenNewsroom>, 'history'> {
	return {
		history: {
			list: ({ id, cursor, limit }, { history }) => history.list(id, cursor, limit),
			get: ({ id, revision }, newsroom) => readPast(newsroom, id, revision),
			restore: ({ id, revision, basedOn }, newsroom) => restorePast(newsroom, id, revision, basedOn),
		},
	};
}

async function readPast({ history }: OpenNewsroom, id: ArticleId, revision: RevisionId): Promise<Article> {
	const file = readArticleFile(await history.read(id, revision));
	if (file.kind === 'article') return file.article;
	throw new FailureError('damaged', `This revision cannot be shown. ${file.reason}`, revision);
}

/** Brings back a story as it was. What it is now is in the history before, or nothing is done. */
async function restorePast(
	newsroom: OpenNewsroom,
	id: ArticleId,
	revision: RevisionId,
	basedOn: Revision,
): Promise<SaveOutcome> {
	const { articles, history } = newsroom;
	const past = await readPast(newsroom, id, revision);
	const present = await articles.open(id);
	if (present.revision !== basedOn) return { kind: 'conflict', theirs: present };
	const known = articles.known(id, basedOn);
	if (known !== null) await history.keep(known, 'before-restore');
	// What goes out to readers is decided on purpose, never by looking back.
	const status = present.article.status;
	return articles.save({ ...past, id, status }, basedOn, 'restore');
}
