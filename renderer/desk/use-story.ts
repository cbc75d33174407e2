import { useSyncExternalStore } from 'react';
import type { Article } from '#shared/model/article.ts';
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

/** Whether what is not in the file is in the journal. */
export function useJournalState({ journal }: StorySession): JournalState {
	return useSyncExternalStore(journal.subscribe, journal.getState);
}

/** The whole story, a moment behind the typing so that it never holds up a keystroke. */
export function useArticle(session: StorySession): Article {
	const store = deferredArticle(session);
	return useSyncExternalStore(store.subscribe, store.snapshot);
}

interface DeferredArticle {
	readonly subscribe: (listener: () => void) => () => void;
	readonly snapshot: () => Article;
}

const stores = new WeakMap<StorySession, DeferredArticle>();
/** The longest that the story may lag behind, in milliseconds. */
const longestLag = 200;

/** One for all readers of a session, so that they show the same moment. */
function deferredArticle(session: StorySession): DeferredArticle {
	const known = stores.get(session);
	if (known) return known;
	const listeners = new Set<() => void>();
	let article = session.getArticle();
	let waiting = 0;
	let end = () => {};
	const refresh = () => {
		waiting = 0;
		const now = session.getArticle();
		if (now === article) return;
		article = now;
		for (const listener of [...listeners]) listener();
	};
	const store: DeferredArticle = {
		subscribe(listener) {
			if (listeners.size === 0) {
				article = session.getArticle();
				end = session.subscribe(() => {
					if (waiting === 0) waiting = requestIdleCallback(refresh, { timeout: longestLag });
				});
			}
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
				if (listeners.size > 0) return;
				end();
				cancelIdleCallback(waiting);
				waiting = 0;
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
