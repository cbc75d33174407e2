import { useCallback, useEffect, useState } from 'react';
import type { PendingWork } from '#shared/contract/journal.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { Host } from '../../host/host.ts';
import type { BrowserNotes } from '../../session/saving/browser-notes.ts';
import { openWindowSessions } from '../../session/window-sessions.ts';
import { showToast } from '../../ui/overlays/toast.tsx';
import { bringBack, type FoundWork, keyOf, noteFromBrowser, type Restored } from './bring-back.ts';

/** How unsaved work is ended: by saving it, by leaving the file, or by saving what was merged from both. */
export type RecoveryChoice = { readonly keep: 'mine' | 'theirs' } | { readonly keep: 'mine'; readonly merged: Article };

/** The unsaved work that waits for somebody to choose. */
export interface Recovery {
	/** What waits, the newest first. */
	readonly work: readonly PendingWork[];
	/** Which of it is shown, from 0; null while none is. */
	readonly shown: number | null;
	/** Why the last choice did not work, or what changed meanwhile; null when there is nothing to say. */
	readonly note: string | null;
	readonly busy: boolean;
	/** Shows what waits, from the first. */
	readonly show: () => void;
	/** Goes on to the next without choosing. */
	readonly later: () => void;
	/** Puts everything off. */
	readonly close: () => void;
	readonly choose: (choice: RecoveryChoice) => Promise<void>;
	/** What came back by itself and has not been dismissed. */
	readonly restored: readonly Restored[];
	/** Says no more of words that came back. */
	readonly dismiss: (story: Restored) => void;
}

interface State {
	readonly work: readonly PendingWork[];
	readonly shown: number | null;
	readonly note: string | null;
	readonly busy: boolean;
	readonly restored: readonly Restored[];
}

/**
 * Looks for unsaved work of sessions that ended, in the journal and in the browser, when the desk appears and whenever
 * the host is back. What needs no question is restored; the rest is ended as is chosen. `onLooked` hears of each look's end.
 */
export function useRecovery(
	host: Host,
	browser: BrowserNotes,
	onLooked: () => void,
	onSaved: (id: ArticleId) => void,
): Recovery {
	const [state, setState] = useState<State>({ work: [], shown: null, note: null, busy: false, restored: [] });

	useEffect(() => {
		let wanted = true;
		let looking = Promise.resolve();
		const look = async () => {
			if (!wanted) return;
			await takeFromBrowser(host, browser);
			const answer = await bringBack(host);
			if (!wanted) return;
			onLooked();
			if (!answer.ok) return showToast(`Galley could not look for unsaved work. ${answer.failure.message}`);
			for (const file of answer.value.damaged) {
				showToast(`Unsaved work in ${file.path} cannot be read: ${file.reason} The file is left as it is.`);
			}
			setState((last) => withFound(last, answer.value));
		};
		let wasLost = true;
		const end = host.subscribeConnection((connected) => {
			if (connected && wasLost) looking = looking.then(look);
			wasLost = !connected;
		});
		return () => {
			wanted = false;
			end();
		};
	}, [host, browser, onLooked]);

	const choose = async (choice: RecoveryChoice) => {
		const pending = state.shown === null ? undefined : state.work[state.shown];
		if (pending === undefined || state.busy) return;
		setState((last) => ({ ...last, busy: true, note: null }));
		const { id, session, theirs } = pending;
		const answer = await host.journal.resolve({
			id,
			session,
			keep: choice.keep,
			basedOn: theirs?.revision ?? null,
			...('merged' in choice ? { article: choice.merged } : {}),
		});
		if (!answer.ok && answer.failure.code !== 'not-found') {
			setState((last) => ({ ...last, busy: false, note: answer.failure.message }));
			return;
		}
		if (!answer.ok) {
			// Somebody else chose, in another window.
			showToast(answer.failure.message);
			setState((last) => without(last, pending));
			return;
		}
		const outcome = answer.value;
		if (outcome.kind === 'conflict' || outcome.kind === 'gone') return lookAgain(pending, outcome.kind);
		setState((last) => without(last, pending));
		if (outcome.kind === 'saved') {
			showToast(outcome.warning ?? ('merged' in choice ? 'Both are merged and saved.' : 'Your text is saved.'));
			onSaved(outcome.article.id);
		} else {
			showToast('The file stays as it is. Your text is in the story’s history.');
		}
	};

	/** The file is another one than was shown; the work is shown beside it as it is now. */
	const lookAgain = async (pending: PendingWork, why: 'conflict' | 'gone') => {
		const answer = await host.journal.pending({ sessions: await openWindowSessions() });
		if (!answer.ok) return setState((last) => ({ ...last, busy: false, note: answer.failure.message }));
		const { work } = answer.value;
		const shown = work.findIndex((each) => keyOf(each) === keyOf(pending));
		const note = notes[why];
		setState((last) => ({ ...last, work, shown: shown === -1 ? null : shown, note, busy: false }));
	};

	return {
		...state,
		show: useCallback(() => setState((last) => ({ ...last, shown: last.work.length > 0 ? 0 : null, note: null })), []),
		later: useCallback(() => setState((last) => stepOn(last)), []),
		close: useCallback(() => setState((last) => ({ ...last, shown: null, note: null })), []),
		choose,
		dismiss: useCallback(
			(story) => setState((last) => ({ ...last, restored: last.restored.filter((each) => each !== story) })),
			[],
		),
	};
}

const notes = {
	conflict: 'The file was changed while you looked. It is shown as it is now; choose again.',
	gone: 'The file is gone since. Choose again.',
} as const;

/** Puts what the browser keeps into the journal, and says when that did not work. */
async function takeFromBrowser(host: Host, browser: BrowserNotes): Promise<void> {
	try {
		const answer = await noteFromBrowser(host, browser);
		if (!answer.ok) {
			showToast(
				`Unsaved text stays in this browser for now, as the journal does not take it. ${answer.failure.message}`,
			);
		} else if (answer.value > 0) {
			showToast('Unsaved text in this browser cannot be read. It is left as it is.');
		}
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		showToast(`Galley could not look for unsaved text in this browser: ${reason}`);
	}
}

/** What waits now; a window comes up for what nobody has been asked about yet. */
function withFound(last: State, { work, restored }: FoundWork): State {
	const known = new Set(last.work.map(keyOf));
	const fresh = work.findIndex((each) => !known.has(keyOf(each)));
	const before = last.shown === null ? undefined : last.work[last.shown];
	const same = before === undefined ? -1 : work.findIndex((each) => keyOf(each) === keyOf(before));
	const shown = same !== -1 ? same : fresh !== -1 ? fresh : null;
	return { ...last, work, shown, restored: [...restored, ...last.restored] };
}

function stepOn(state: State): State {
	const next = (state.shown ?? 0) + 1;
	return { ...state, shown: next < state.work.length ? next : null, note: null };
}

function without(state: State, pending: PendingWork): State {
	const work = state.work.filter((each) => each !== pending);
	const shown = state.shown !== null && state.shown < work.length ? state.shown : null;
	return { ...state, work, shown, note: null, busy: false };
}
