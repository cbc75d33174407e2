import { useMemo, useSyncExternalStore } from 'react';
import type { Article } from '#shared/model/article.ts';
import { IdleClock } from './idle-clock.ts';
import type { JournalState } from './journal-writer.ts';
import type { SaveState } from './save-state.ts';
import type { StoryFields, StorySession } from './story-session.ts';

/** One field of the story; only a change of that field draws its reader again. */
export function useField<Name extends keyof StoryFields>(session: StorySession, name: Name): StoryFields[Name] {
	return useSyncExternalStore(session.subscribe, () => session.getField(name));
}

/** Whether what was typed is in the file. */
export function useSaveState(session: StorySession): SaveState {
	return useSyncExternalStore(session.subscribeSaveState, session.getSaveState);
}

/** Why the story can only be read; null when it can be written. Saves that come and go draw nothing again. */
export function useReadOnly(session: StorySession): string | null {
	return useSyncExternalStore(session.subscribeSaveState, () => {
		const state = session.getSaveState();
		return state.kind === 'readOnly' ? state.reason : null;
	});
}

/** Whether what is not in the file is in the journal. */
export function useJournalState({ journal }: StorySession): JournalState {
	return useSyncExternalStore(journal.subscribe, journal.getState);
}

/** The whole story, a moment behind the typing so that it never holds up a keystroke. */
export function useArticle(session: StorySession): Article {
	const store = deferredArticle(session);
	return useSyncExternalStore(store.subscribe, store.snapshot);
}

/**
 * Something that follows from the whole story, a moment behind the typing. Its reader is drawn again only when it is
 * another by `isSame`. Keep `derive` and `isSame` stable.
 *
 * @example const headline = useFromArticle(session, headlineOf);
 */
export function useFromArticle<T>(
	session: StorySession,
	derive: (article: Article) => T,
	isSame: (one: T, other: T) => boolean = Object.is,
): T {
	const store = deferredArticle(session);
	const snapshot = useMemo(() => {
		let last: { readonly article: Article; readonly value: T } | null = null;
		return () => {
			const article = store.snapshot();
			if (last?.article === article) return last.value;
			const value = derive(article);
			last = { article, value: last !== null && isSame(last.value, value) ? last.value : value };
			return last.value;
		};
	}, [store, derive, isSame]);
	return useSyncExternalStore(store.subscribe, snapshot);
}

interface DeferredArticle {
	readonly subscribe: (listener: () => void) => () => void;
	readonly snapshot: () => Article;
}

const stores = new WeakMap<StorySession, DeferredArticle>();

/** One for all readers of a session, so that they show the same moment. */
function deferredArticle(session: StorySession): DeferredArticle {
	const known = stores.get(session);
	if (known) return known;
	const listeners = new Set<() => void>();
	let article = session.getArticle();
	const refresh = () => {
		const now = session.getArticle();
		if (now === article) return;
		article = now;
		for (const listener of [...listeners]) listener();
	};
	const clock = new IdleClock(refresh);
	let end = () => {};
	const store: DeferredArticle = {
		subscribe(listener) {
			if (listeners.size === 0) {
				article = session.getArticle();
				end = session.subscribe(() => clock.changed());
			}
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
				if (listeners.size > 0) return;
				end();
				clock.stop();
			};
		},
		snapshot() {
			// Nobody listens yet, so there is no moment to keep to.
			if (listeners.size === 0) article = session.getArticle();
			return article;
		},
	};
	stores.set(session, store);
	return store;
}
