import type { OpenedArticle } from '#shared/contract/articles.ts';
import type { DamagedJournal, PendingWork, ResolveOutcome } from '#shared/contract/journal.ts';
import type { SessionId } from '#shared/contract/session-id.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import { newArticleBytes } from '../articles/article-file.ts';
import type { ArticleStore } from '../articles/article-store.ts';
import { stateOfProcess } from '../disk/process.ts';
import type { HistoryStore } from '../history/history-store.ts';
import { revisionOf } from '../json/parsed-file.ts';
import { adviseRecovery } from './advise-recovery.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { JournalStore } from './journal-store.ts';

/** A colleague's computer that has not noted anything for so long has most likely lost its work. */
const elsewhereFor = 24 * 60 * 60_000;

/** What unsaved work is found and ended with. */
export interface PendingTools {
	readonly articles: ArticleStore;
	readonly now: () => Date;
	readonly journal: JournalStore;
	readonly history: HistoryStore;
}

/** Finds the unsaved work of sessions that have ended; that which its file holds is cleaned away. */
export async function findPending(
	{ articles, journal, now }: PendingTools,
	sessions: ReadonlySet<SessionId>,
): Promise<{ work: readonly PendingWork[]; damaged: readonly DamagedJournal[] }> {
	const { entries, damaged } = await journal.read();
	const work: PendingWork[] = [];
	for (const read of entries) {
		if (sessions.has(read.session) || isAlive(read, now())) continue;
		const together = await besideFile(articles, journal, read);
		if (together === null) continue;
		const { entry, theirs, missing } = together;
		const advice = adviseRecovery(entry, theirs);
		if (advice.kind === 'held') {
			await journal.clear(entry.session, entry.article);
			continue;
		}
		work.push({
			id: entry.article,
			session: entry.session,
			at: entry.at,
			headline: entry.mine.headline,
			mine: entry.mine,
			advice,
			theirs,
			missing,
		});
	}
	work.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
	return { work, damaged };
}

function isAlive({ writer, at }: JournalEntry, now: Date): boolean {
	switch (stateOfProcess(writer, new Date(at))) {
		// Which of this process's own sessions are open is known to the renderer.
		case 'this':
		case 'ended':
			return false;
		case 'running':
			return true;
		case 'elsewhere':
			return now.getTime() - Date.parse(at) < elsewhereFor;
	}
}

/** An entry and its file as they were at one moment; null once the entry is gone. */
async function besideFile(articles: ArticleStore, journal: JournalStore, read: JournalEntry) {
	for (let entry = read; ; ) {
		const file = await fileOf(articles, entry.article);
		// A save that the ended session had sent may have written both since the entry was read.
		const now = await journal.readOne(entry.session, entry.article);
		if (now === null) return null;
		if (now.at === entry.at && now.version === entry.version) return { entry, ...file };
		entry = now;
	}
}

async function fileOf(
	articles: ArticleStore,
	id: ArticleId,
): Promise<{ theirs: OpenedArticle; missing: null } | { theirs: null; missing: string }> {
	await articles.reading.trash;
	// A crash while it was moved leaves a story in both places; then it is in the newsroom.
	if (articles.trashed.has(id) && (await articles.pathOf(id)) === null)
		return { theirs: null, missing: 'The story is in the trash.' };
	try {
		return { theirs: await articles.open(id), missing: null };
	} catch (error) {
		if (error instanceof FailureError) return { theirs: null, missing: error.failure.message };
		throw error;
	}
}

/** Ends unsaved work by saving it: over the revision that was shown, or as a new file where there was none. */
export async function keepMine(
	{ articles, journal, history }: PendingTools,
	session: SessionId,
	id: ArticleId,
	merged: Article | undefined,
	basedOn: Revision | null,
): Promise<ResolveOutcome> {
	const entry = await entryOf(journal, session, id);
	if (merged !== undefined && merged.id !== id) {
		throw new FailureError('bad-input', 'The merged story is another one. Choose again.', id);
	}
	const article = merged ?? entry.mine;
	// A merge leaves something out; the whole of the unsaved text stays to be found.
	if (merged !== undefined) await history.keep(storyOf(entry.mine), 'discarded', true);
	const { theirs } = await fileOf(articles, id);
	if (theirs !== null && basedOn === null) return { kind: 'conflict', theirs };
	const outcome =
		theirs === null ? await articles.addAgain(article) : await articles.save(article, basedOn ?? '', 'explicit');
	if (outcome.kind === 'saved') await journal.clear(session, id);
	return outcome;
}

/** Ends unsaved work by leaving the file as it is; the unsaved text is in the history before its entry goes. */
export async function keepTheirs(
	{ journal, history }: PendingTools,
	session: SessionId,
	id: ArticleId,
): Promise<ResolveOutcome> {
	const entry = await entryOf(journal, session, id);
	await history.keep(storyOf(entry.mine), 'discarded', true);
	await journal.clear(session, id);
	return { kind: 'discarded' };
}

async function entryOf(journal: JournalStore, session: SessionId, id: ArticleId): Promise<JournalEntry> {
	const entry = await journal.readOne(session, id);
	if (entry !== null) return entry;
	throw new FailureError('not-found', 'This unsaved work is no longer in the journal. It was saved or set aside.', id);
}

function storyOf(article: Article) {
	const bytes = newArticleBytes(article);
	return { article, bytes, revision: revisionOf(bytes) };
}
