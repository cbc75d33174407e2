import type { OpenedArticle } from '#shared/contract/articles.ts';
import type { Result } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { mostTabsKept, mostUsedLately, type Preferences } from '#shared/model/preferences.ts';
import { noFilter } from '../../features/articles/filter/list-filter.ts';
import { allStories } from '../../features/articles/list/list-view.ts';
import { choiceName, type PaletteChoice } from '../../features/palette/palette-entry.ts';
import type { Host } from '../../host/host.ts';
import { Store } from '../../session/basics/store.ts';
import { type BrowserNotes, noBrowserNotes } from '../../session/saving/browser-notes.ts';
import type { StorySession } from '../../session/story-session.ts';
import { showToast } from '../../ui/overlays/toast.tsx';
import type { WorkspaceState } from './workspace-state.ts';

/** Opens a story that was read. */
export type OpenSession = (host: Host, opened: OpenedArticle, browser: BrowserNotes) => StorySession;

/** Fetches what a story is opened with; rejects when it cannot be had. */
export type LoadEditor = () => Promise<OpenSession>;

/** The stories that are open on the desk of one newsroom, their tabs, and what is kept of them for the next time. */
export class OpenStories extends Store<WorkspaceState> {
	#hasRestored = false;
	#making: Promise<StorySession | null> | null = null;
	/** New stories in which nothing was written yet; they are gone when they are left. */
	readonly #untouched = new Set<ArticleId>();
	readonly #opening = new Map<ArticleId, Promise<StorySession | null>>();

	constructor(
		readonly host: Host,
		readonly newsroomPath: string,
		preferences: Preferences,
		private readonly loadEditor: LoadEditor,
		/** The unsaved text of this newsroom that the browser keeps. */
		readonly browser: BrowserNotes = noBrowserNotes,
	) {
		super({
			sessions: [],
			active: null,
			passing: null,
			view: allStories,
			sort: 'updated',
			searchSort: 'best',
			filter: noFilter,
			search: '',
			dialog: null,
			drawer: null,
			focusMode: false,
			history: false,
			preferences,
			readOnly: null,
		});
	}

	/** Changes what is shown. */
	change(part: Partial<WorkspaceState>): void {
		this.setState({ ...this.getState(), ...part });
	}

	/** The story in front; null when none is open. */
	get activeSession(): StorySession | null {
		return this.session(this.getState().active);
	}

	/** The session of a story that is open. */
	session(id: ArticleId | null): StorySession | null {
		return this.getState().sessions.find((session) => session.id === id) ?? null;
	}

	/** Brings a story to the front, reading it when it is not open yet; null when it cannot be read. */
	async openStory(id: ArticleId): Promise<StorySession | null> {
		if (this.getState().passing === id) this.change({ passing: null });
		return this.#bring(id);
	}

	/** Brings a story to the front in a tab that the next one takes, unless it is written in or asked for once more. */
	async lookAt(id: ArticleId): Promise<StorySession | null> {
		const before = this.getState();
		if (this.session(id) !== null)
			return before.passing === id && before.active !== id ? this.#bring(id) : this.openStory(id);
		const again = this.#opening.has(id);
		const session = await this.#bring(id);
		if (again) return this.openStory(id);
		const { passing, sessions } = this.getState();
		if (session === null || passing === id || !sessions.includes(session)) return session;
		this.change({ passing: id });
		const end = session.subscribe(() => {
			end();
			if (this.getState().passing === id) this.change({ passing: null });
		});
		if (passing !== null) this.letGo(passing);
		return session;
	}

	async #bring(id: ArticleId): Promise<StorySession | null> {
		const open = this.session(id);
		if (open !== null) {
			this.#show(open);
			return open;
		}
		const already = this.#opening.get(id);
		if (already !== undefined) return already;
		const reading = this.open(() => this.host.articles.get({ id }));
		this.#opening.set(id, reading);
		try {
			return await reading;
		} finally {
			this.#opening.delete(id);
		}
	}

	/** Makes an empty draft and opens it; one in front in which nothing was written is new enough. */
	async newStory(): Promise<StorySession | null> {
		const front = this.activeSession;
		if (front !== null && this.#untouched.has(front.id)) return front;
		this.#making ??= this.open(() => this.host.articles.create({})).finally(() => {
			this.#making = null;
		});
		const session = await this.#making;
		if (session !== null) this.#goesUntouched(session);
		return session;
	}

	/** Closes a story's tab once everything typed is in its file; a story that cannot be saved stays open. */
	async closeStory(id: ArticleId, evenUnsaved = false): Promise<void> {
		const session = this.session(id);
		if (session === null) return;
		const safe = session.getSaveState().kind === 'readOnly' || (await session.flush());
		if (!safe && !evenUnsaved) {
			showToast('This story is not saved yet, so it stays open.', {
				label: 'Close without saving',
				run: () => {
					void this.closeStory(id, true);
				},
			});
			return;
		}
		if (this.#untouched.has(id)) this.#discard(id);
		else this.#drop(id);
	}

	/** Goes to the tab after or before the one in front. */
	stepTab(step: 1 | -1): void {
		const { sessions, active } = this.getState();
		const index = sessions.findIndex((session) => session.id === active);
		const next = sessions[(index + step + sessions.length) % sessions.length];
		if (next !== undefined) this.#show(next);
	}

	/** Opens the story that was in front when this newsroom was last used, the first time that it is asked to. */
	async restoreLast(): Promise<void> {
		if (this.#hasRestored) return;
		this.#hasRestored = true;
		const last = this.getState().preferences.lastStories[this.newsroomPath];
		if (last === undefined) return;
		// Stories may be gone since; then the desk simply starts without them.
		const result = await this.host.articles.get({ id: last });
		if (result.ok && this.getState().sessions.length === 0) await this.openStory(last);
		const tabs = this.getState().preferences.openStories[this.newsroomPath] ?? [];
		for (const id of tabs) if (this.session(id) === null) await this.open(() => this.host.articles.get({ id }), true);
		const placeOf = ({ id }: StorySession) => (tabs.includes(id) ? tabs.indexOf(id) : tabs.length);
		const sessions = [...this.getState().sessions].sort((one, other) => placeOf(one) - placeOf(other));
		this.change({ sessions });
		for (const session of sessions) if (session.getArticle().headline === '') this.#goesUntouched(session);
	}

	/** Remembers preferences; they take effect at once. */
	async prefer(part: Partial<Preferences>): Promise<void> {
		this.change({ preferences: { ...this.getState().preferences, ...part } });
		const result = await this.host.preferences.set(part);
		if (!result.ok) showToast(`The preference could not be kept. ${result.failure.message}`);
	}

	/** Keeps in mind that this was gone to or done by name. */
	noteUsed(choice: PaletteChoice): void {
		void this.prefer({ usedLately: this.#usedLatelyWith(choice) });
	}

	/** Ends every session; call `flushAll` before. */
	destroy(): void {
		const { sessions } = this.getState();
		this.change({ sessions: [], active: null });
		for (const session of sessions) session.destroy();
	}

	/**
	 * Opens a story, in front or with nothing said behind what is there. The editor is there before the story is read, so
	 * that no change of its file is missed in between.
	 */
	protected async open(read: () => Promise<Result<OpenedArticle>>, behind = false): Promise<StorySession | null> {
		const openSession = await this.loadEditor().catch(() => null);
		if (openSession === null) {
			showToast('The editor could not be loaded. Reload the window, and open the story again.');
			return null;
		}
		const result = await read();
		if (!result.ok) {
			if (!behind) showToast(result.failure.message);
			return null;
		}
		const open = this.session(result.value.article.id);
		const session = open ?? openSession(this.host, result.value, this.browser);
		if (open === null) this.change({ sessions: [...this.getState().sessions, session] });
		if (!behind) this.#show(session);
		return session;
	}

	#show(session: StorySession): void {
		const { preferences, active } = this.getState();
		this.change({ active: session.id, drawer: null });
		if (preferences.lastStories[this.newsroomPath] !== session.id)
			void this.prefer({
				lastStories: { ...preferences.lastStories, [this.newsroomPath]: session.id },
				usedLately: this.#usedLatelyWith({ kind: 'story', id: session.id }),
				openStories: this.#tabs(),
			});
		if (active !== null && active !== session.id && this.#untouched.has(active)) this.#discard(active);
	}

	/** The tabs, as they are kept for the next time. */
	#tabs(): Preferences['openStories'] {
		const { sessions, preferences } = this.getState();
		const ids = sessions.map(({ id }) => id).slice(-mostTabsKept);
		return { ...preferences.openStories, [this.newsroomPath]: ids };
	}

	/** Notes that nothing was written in a story yet, until something is. */
	#goesUntouched(session: StorySession): void {
		this.#untouched.add(session.id);
		const end = session.subscribe(() => {
			end();
			this.#untouched.delete(session.id);
		});
	}

	/** Closes a story in which nothing was written, and deletes it; the core looks once more whether that is so. */
	#discard(id: ArticleId): void {
		this.#untouched.delete(id);
		this.#drop(id);
		// Where that fails, an empty draft stays.
		void this.host.articles.discardUntouched({ id });
	}

	#usedLatelyWith(choice: PaletteChoice): Preferences['usedLately'] {
		const { usedLately } = this.getState().preferences;
		const name = choiceName(choice);
		const others = (usedLately[this.newsroomPath] ?? []).filter((other) => other !== name);
		return { ...usedLately, [this.newsroomPath]: [name, ...others].slice(0, mostUsedLately) };
	}

	/** Closes a story whose file went to the trash; what was typed meanwhile is nowhere else, so it stays on the desk. */
	protected letGo(id: ArticleId): void {
		const session = this.session(id);
		if (session !== null && !isUnsaved(session)) this.#drop(id);
	}

	#drop(id: ArticleId): void {
		const { sessions, active } = this.getState();
		const index = sessions.findIndex((session) => session.id === id);
		const session = sessions[index];
		if (session === undefined) return;
		const left = sessions.filter((other) => other.id !== id);
		const next = active === id ? (left[Math.min(index, left.length - 1)]?.id ?? null) : active;
		const { passing } = this.getState();
		this.change({ sessions: left, active: next, passing: passing === id ? null : passing });
		void this.prefer({ openStories: this.#tabs() });
		// After the desk has let go of the editor, so that nothing draws a destroyed one.
		queueMicrotask(() => session.destroy());
	}
}

/** Whether something of it is not in its file yet. */
export function isUnsaved(session: StorySession): boolean {
	const { kind } = session.getSaveState();
	return kind !== 'saved' && kind !== 'readOnly';
}
