import { useMemo, useSyncExternalStore } from 'react';
import type { Article } from '#shared/model/article.ts';
import { Listeners } from './basics/listeners.ts';
import { useStore } from './basics/store.ts';
import { throttleIdle } from './basics/throttle.ts';
import type { JournalState } from './saving/journal-writer.ts';
import type { SaveState } from './saving/save-state.ts';
import type { StoryFields, StorySession } from './story-session.ts';

/** One field of the story; only a change of that field draws its reader again. */
export function useField<Name extends keyof StoryFields>(session: StorySession, name: Name): StoryFields[Name] {
	return useSyncExternalStore(session.subscribe, () => session.getField(name));
}

/** Whether what was typed is in the file. */
export function useSaveState(session: StorySession): SaveState {
	return useSyncExternalStore(session.subscribeSaveState, session.getSaveState);
}

/** Whether the story is published, and readers have an earlier version than its file. */
export function useHasChanges(session: StorySession): boolean {
	return useSyncExternalStore(session.subscribeSaveState, session.getHasChanges);
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
	return useStore(journal);
}

/** The whole story, a moment behind the typing so that it never holds up a keystroke. */
export function useArticle(session: StorySession): Article {
	return useStore(deferredArticle(session));
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
			const article = store.getState();
			if (last?.article === article) return last.value;
			const value = derive(article);
			last = { article, value: last !== null && isSame(last.value, value) ? last.value : value };
			return last.value;
		};
	}, [store, derive, isSame]);
	return useSyncExternalStore(store.subscribe, snapshot);
}

const stores = new WeakMap<StorySession, DeferredArticle>();

/** One for all readers of a session, so that they show the same moment. */
function deferredArticle(session: StorySession): DeferredArticle {
	const known = stores.get(session);
	if (known) return known;
	const made = new DeferredArticle(session);
	stores.set(session, made);
	return made;
}

/** The story as it was a moment ago, while somebody reads it; as it is now while nobody does. */
class DeferredArticle {
	readonly #listeners = new Listeners();
	readonly #later = throttleIdle(() => this.#refresh(), 100, 200);
	#readers = 0;
	#article: Article;
	#end = () => {};

	constructor(private readonly session: StorySession) {
		this.#article = session.getArticle();
	}

	readonly getState = (): Article => {
		if (this.#readers === 0) this.#article = this.session.getArticle();
		return this.#article;
	};

	readonly subscribe = (listener: () => void): (() => void) => {
		if (this.#readers === 0) {
			this.#article = this.session.getArticle();
			this.#end = this.session.subscribe(() => this.#later.call());
		}
		this.#readers += 1;
		const end = this.#listeners.add(listener);
		return () => {
			end();
			this.#readers -= 1;
			if (this.#readers > 0) return;
			this.#end();
			this.#later.cancel();
		};
	};

	#refresh() {
		const now = this.session.getArticle();
		if (now === this.#article) return;
		this.#article = now;
		this.#listeners.tell();
	}
}
