import type { OpenedArticle } from '#shared/contract/articles.ts';
import { leftOutWords } from '#shared/document/reading/left-out.ts';
import type { Result } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { mostUsedLately, type Preferences } from '#shared/model/preferences.ts';
import type { Beside, CommandDesk } from '../../commands/command-desk.ts';
import { noFilter } from '../../features/articles/filter/list-filter.ts';
import { allStories } from '../../features/articles/list/list-view.ts';
import { choiceName, type PaletteChoice } from '../../features/palette/palette-entry.ts';
import type { Host } from '../../host/host.ts';
import { Store } from '../../session/basics/store.ts';
import { type BrowserNotes, noBrowserNotes } from '../../session/saving/browser-notes.ts';
import { sendDocument } from '../../session/send-document.ts';
import type { StorySession } from '../../session/story-session.ts';
import { afterDrawing } from '../../ui/after-drawing.ts';
import { showToast } from '../../ui/overlays/toast.tsx';
import { besideStory } from './beside-story.ts';
import { layoutNow } from './use-layout.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Opens a story that was read. */
export type OpenSession = (host: Host, opened: OpenedArticle, browser: BrowserNotes) => StorySession;

/** Fetches what a story is opened with; rejects when it cannot be had. */
export type LoadEditor = () => Promise<OpenSession>;

/** What is open on the desk of one newsroom, and the actions on it. One lives as long as its newsroom is open. */
export class Workspace extends Store<WorkspaceState> implements CommandDesk {
	#hasRestored = false;
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
			view: allStories,
			sort: 'updated',
			searchSort: 'best',
			filter: noFilter,
			search: '',
			dialog: null,
			drawer: null,
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
		const open = this.session(id);
		if (open !== null) {
			this.#show(open);
			return open;
		}
		const already = this.#opening.get(id);
		if (already !== undefined) return already;
		const reading = this.#open(() => this.host.articles.get({ id }));
		this.#opening.set(id, reading);
		try {
			return await reading;
		} finally {
			this.#opening.delete(id);
		}
	}

	/** Makes an empty draft and opens it. */
	async newStory(): Promise<StorySession | null> {
		return this.#open(() => this.host.articles.create({}));
	}

	/** Makes a draft of each document and opens it; why the last of them could not be made one, null when all are. */
	async openDocuments(files: readonly File[]): Promise<string | null> {
		let problem: string | null = null;
		for (const file of files) {
			const result = await sendDocument(file, (given) => this.host.documents.open(given));
			if (result.ok) {
				await this.#open(async () => ({ ok: true, value: result.value.story }));
				const left = leftOutWords(result.value.leftOut, result.value.sites);
				if (left !== null) showToast(left);
			} else problem = result.failure.message;
		}
		return problem;
	}

	/** Copies a story, as it now stands, into a new draft and opens that. */
	async duplicateStory(id: ArticleId): Promise<void> {
		await this.session(id)?.flush();
		await this.#open(() => this.host.articles.duplicate({ id }));
	}

	/** Moves a story to the trash; where others link to it, these are shown first. */
	async trashStory(id: ArticleId, headline: string): Promise<void> {
		const linking = await this.host.articles.linkingTo({ selection: { kind: 'ids', ids: [id] } });
		// Where that cannot be told, the story itself tells what links to nothing.
		if (!linking.ok || linking.value.count === 0) await this.trashAnyway(id, headline);
		else this.change({ dialog: { kind: 'trash', id, headline, links: linking.value } });
	}

	/** The same for a story of which only the id is at hand. */
	async trashById(id: ArticleId): Promise<void> {
		const linked = await this.host.articles.linked({ ids: [id] });
		await this.trashStory(id, linked.ok ? (linked.value[0]?.headline ?? '') : '');
	}

	/** Moves a story to the trash, whatever links to it; the message that says so offers to undo it. */
	async trashAnyway(id: ArticleId, headline: string): Promise<void> {
		await this.session(id)?.flush();
		const result = await this.host.articles.trash({ id });
		if (!result.ok) {
			showToast(result.failure.message);
			return;
		}
		const wasOpen = this.session(id) !== null;
		this.#letGo(id);
		const name = headline.trim() === '' ? 'The untitled story' : `“${headline}”`;
		showToast(`${name} is in the trash.`, {
			label: 'Undo',
			run: () => {
				void this.restoreStory(id, wasOpen).then((session) => {
					// Where it is written, once it is drawn.
					if (session !== null) afterDrawing(() => session.editor.view.focus());
				});
			},
		});
	}

	/** Lets go of open stories that are gone, as after many went to the trash; one with words in no file stays. */
	async dropGone(): Promise<void> {
		const ids = this.getState().sessions.map(({ id }) => id);
		if (ids.length === 0) return;
		const result = await this.host.articles.linked({ ids });
		if (!result.ok) return; // The story itself tells that its file is gone.
		const left = new Set(result.value.map(({ id }) => id));
		for (const id of ids) if (!left.has(id)) this.#letGo(id);
	}

	/** Takes a story out of the trash, and opens it when asked. */
	async restoreStory(id: ArticleId, open: boolean): Promise<StorySession | null> {
		const result = await this.host.articles.restore({ id });
		if (!result.ok) showToast(result.failure.message);
		return result.ok && open ? await this.openStory(id) : null;
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
		this.#drop(id);
	}

	/** Goes to the tab after or before the one in front. */
	stepTab(step: 1 | -1): void {
		const { sessions, active } = this.getState();
		const index = sessions.findIndex((session) => session.id === active);
		const next = sessions[(index + step + sessions.length) % sessions.length];
		if (next !== undefined) this.#show(next);
	}

	/** Shows that beside the story, in place of what stands there, or hides it when it is there already. */
	async toggleBeside(what: Beside): Promise<void> {
		const layout = layoutNow();
		const isShown = besideStory(this.getState(), layout) === what;
		if (layout === 'small') this.change({ drawer: isShown ? null : what });
		else if (what === 'history') this.change({ history: !isShown });
		else {
			this.change({ history: false });
			await this.prefer({ preview: !isShown });
		}
	}

	/** Saves every open story; whether all files now hold everything. */
	async flushAll(): Promise<boolean> {
		const saved = await Promise.all(
			this.getState().sessions.map((session) => session.getSaveState().kind === 'readOnly' || session.flush()),
		);
		return saved.every(Boolean);
	}

	/** Saves every open story as far as it has a file; whether those files now hold everything. */
	async saveFiles(): Promise<boolean> {
		await this.flushAll();
		return this.getState().sessions.every((session) => session.getSaveState().kind === 'gone' || !isUnsaved(session));
	}

	/** Whether something typed is not in its file yet. */
	hasUnsaved(): boolean {
		return this.getState().sessions.some(isUnsaved);
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

	/** Opens the story that was in front when this newsroom was last used, the first time that it is asked to. */
	async restoreLast(): Promise<void> {
		if (this.#hasRestored) return;
		this.#hasRestored = true;
		const last = this.getState().preferences.lastStories[this.newsroomPath];
		if (last === undefined) return;
		// The story may be gone since; then the desk simply starts empty.
		const result = await this.host.articles.get({ id: last });
		if (result.ok && this.getState().sessions.length === 0) await this.openStory(last);
	}

	/** Ends every session; call `flushAll` before. */
	destroy(): void {
		const { sessions } = this.getState();
		this.change({ sessions: [], active: null });
		for (const session of sessions) session.destroy();
	}

	/** Opens a story; the editor is there before it is read, so that no change of its file is missed in between. */
	async #open(read: () => Promise<Result<OpenedArticle>>): Promise<StorySession | null> {
		const openSession = await this.loadEditor().catch(() => null);
		if (openSession === null) {
			showToast('The editor could not be loaded. Reload the window, and open the story again.');
			return null;
		}
		const result = await read();
		if (!result.ok) {
			showToast(result.failure.message);
			return null;
		}
		const open = this.session(result.value.article.id);
		const session = open ?? openSession(this.host, result.value, this.browser);
		if (open === null) this.change({ sessions: [...this.getState().sessions, session] });
		this.#show(session);
		return session;
	}

	#show(session: StorySession): void {
		const { preferences } = this.getState();
		this.change({ active: session.id, drawer: null });
		if (preferences.lastStories[this.newsroomPath] !== session.id)
			void this.prefer({
				lastStories: { ...preferences.lastStories, [this.newsroomPath]: session.id },
				usedLately: this.#usedLatelyWith({ kind: 'story', id: session.id }),
			});
	}

	#usedLatelyWith(choice: PaletteChoice): Preferences['usedLately'] {
		const { usedLately } = this.getState().preferences;
		const name = choiceName(choice);
		const others = (usedLately[this.newsroomPath] ?? []).filter((other) => other !== name);
		return { ...usedLately, [this.newsroomPath]: [name, ...others].slice(0, mostUsedLately) };
	}

	/** Closes a story whose file went to the trash; what was typed meanwhile is nowhere else, so it stays on the desk. */
	#letGo(id: ArticleId): void {
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
		this.change({ sessions: left, active: next });
		// After the desk has let go of the editor, so that nothing draws a destroyed one.
		queueMicrotask(() => session.destroy());
	}
}

function isUnsaved(session: StorySession): boolean {
	const { kind } = session.getSaveState();
	return kind !== 'saved' && kind !== 'readOnly';
}
