import { useCallback, useEffect, useState } from 'react';
import type { PendingWork, ResolveOutcome } from '#shared/contract/journal.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { openWindowSessions } from '../../desk/window-sessions.ts';
import type { Host } from '../../host/host.ts';
import { showToast } from '../../ui/toast.tsx';

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
}

interface State {
	readonly work: readonly PendingWork[];
	readonly shown: number | null;
	readonly note: string | null;
	readonly busy: boolean;
}

/** Asks for unsaved work of sessions that ended when the desk appears, and ends it as is chosen. */
export function useRecovery(host: Host, onSaved: (id: ArticleId) => void): Recovery {
	const [state, setState] = useState<State>({ work: [], shown: null, note: null, busy: false });

	useEffect(() => {
		let wanted = true;
		const ask = async () => {
			const answer = await host.journal.pending({ sessions: await openWindowSessions() });
			if (!wanted) return;
			if (!answer.ok) return showToast(`Galley could not look for unsaved work. ${answer.failure.message}`);
			const { work, damaged } = answer.value;
			for (const file of damaged) {
				showToast(`Unsaved work in ${file.path} cannot be read: ${file.reason} The file is left as it is.`);
			}
			if (work.length > 0) setState({ work, shown: 0, note: null, busy: false });
		};
		void ask();
		return () => {
			wanted = false;
		};
	}, [host]);

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
		setState((last) => after(last, pending, outcome));
		if (outcome.kind === 'saved') {
			showToast(outcome.warning ?? ('merged' in choice ? 'Both are merged and saved.' : 'Your text is saved.'));
			onSaved(outcome.article.id);
		} else if (outcome.kind === 'discarded') {
			showToast('The file stays as it is. Your text is in the story’s history.');
		}
	};

	return {
		...state,
		show: useCallback(() => setState((last) => ({ ...last, shown: last.work.length > 0 ? 0 : null, note: null })), []),
		later: useCallback(() => setState((last) => stepOn(last)), []),
		close: useCallback(() => setState((last) => ({ ...last, shown: null, note: null })), []),
		choose,
	};
}

function stepOn(state: State): State {
	const next = (state.shown ?? 0) + 1;
	return { ...state, shown: next < state.work.length ? next : null, note: null };
}

function without(state: State, pending: PendingWork): State {
	const work = state.work.filter((each) => each !== pending);
	const shown = state.shown !== null && state.shown < work.length ? state.shown : null;
	return { work, shown, note: null, busy: false };
}

function after(state: State, pending: PendingWork, outcome: ResolveOutcome): State {
	const changed = (part: Partial<PendingWork>, note: string): State => ({
		...state,
		work: state.work.map((each) => (each === pending ? { ...pending, ...part } : each)),
		note,
		busy: false,
	});
	switch (outcome.kind) {
		case 'saved':
		case 'discarded':
			return without(state, pending);
		case 'conflict':
			return changed(
				{ theirs: outcome.theirs, missing: null },
				'The file was changed while you looked. It is shown as it is now; choose again.',
			);
		case 'gone':
			return changed({ theirs: null, missing: outcome.reason }, 'The file is gone since. Choose again.');
	}
}
