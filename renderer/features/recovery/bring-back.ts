import type { DamagedJournal, PendingWork } from '#shared/contract/journal.ts';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import { ok, type Result } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { Host } from '../../host/host.ts';
import type { BrowserNotes } from '../../session/saving/browser-notes.ts';
import { openWindowSessions } from '../../session/window-sessions.ts';

/** Unsaved words that are in their story's file again. */
export interface Restored {
	readonly id: ArticleId;
	/** When they were typed, ISO 8601. */
	readonly at: string;
	readonly before: Article;
	readonly after: Article;
}

/** What a search for unsaved work has found. */
export interface FoundWork {
	/** What came back by itself. */
	readonly restored: readonly Restored[];
	/** What a person has to decide. */
	readonly work: readonly PendingWork[];
	readonly damaged: readonly DamagedJournal[];
}

type RecoveryHost = {
	readonly journal: Pick<Host['journal'], 'write' | 'pending' | 'resolve'>;
	readonly newsroom: Pick<Host['newsroom'], 'current'>;
};

/**
 * Puts the text that the browser keeps of ended sessions into the journal, where it is found like any other. Answers
 * how many records of the browser cannot be read.
 */
export async function noteFromBrowser(host: RecoveryHost, browser: BrowserNotes): Promise<Result<number>> {
	const open = new Set(await openWindowSessions());
	const { notes, damaged } = await browser.list();
	if (notes.length === 0) return ok(damaged);
	// A host that was started anew may have another newsroom, which these stories are not of.
	const current = await host.newsroom.current({});
	if (!current.ok) return current;
	if (current.value.kind !== 'open' || current.value.path !== browser.newsroom) return ok(damaged);
	for (const { sent, ...note } of notes) {
		if (open.has(note.session)) continue;
		const answer = await host.journal.write({ ...note, ...(sent === null ? {} : { sent }) });
		if (!answer.ok) return answer;
		await browser.drop(note.session, note.article.id, note.version);
	}
	return ok(damaged);
}

/** Looks for unsaved work, and saves at once what stands on a file that was not changed since. */
export async function bringBack(host: RecoveryHost): Promise<Result<FoundWork>> {
	const restored: Restored[] = [];
	const tried = new Set<string>();
	for (;;) {
		const answer = await host.journal.pending({ sessions: await openWindowSessions() });
		if (!answer.ok) return answer;
		const { work, damaged } = answer.value;
		const next = work.find((each) => mayComeBack(each) && !tried.has(keyOf(each)));
		if (next === undefined) return ok({ restored, work, damaged });
		tried.add(keyOf(next));
		const back = await restore(host, next);
		if (back !== null) restored.push(back);
		// Each changes a file that another may stand on, so all are looked at again.
	}
}

/** Names one piece of unsaved work. */
export function keyOf({ session, id }: Pick<PendingWork, 'session' | 'id'>): string {
	return `${session} ${id}`;
}

function mayComeBack({ advice, theirs }: PendingWork): boolean {
	return advice.kind === 'restore' && theirs?.readOnly === null;
}

/** Saves unsaved words over their file; null when that did not work, so that a person is asked. */
async function restore(
	host: RecoveryHost,
	{ session, id, at, mine, advice, theirs }: PendingWork,
): Promise<Restored | null> {
	if (advice.kind !== 'restore' || theirs === null) return null;
	const answer = await host.journal.resolve({
		session,
		id,
		keep: 'mine',
		basedOn: theirs.revision,
		...(isSameValue(advice.article, mine) ? {} : { article: advice.article }),
	});
	if (!answer.ok || answer.value.kind !== 'saved') return null;
	return { id, at, before: theirs.article, after: answer.value.article };
}
