import type { SessionId } from '#shared/contract/session-id.ts';
import type { Failure } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Host } from '../../host/host.ts';
import { Store } from '../basics/store.ts';
import { throttleIdle } from '../basics/throttle.ts';
import type { SessionText } from '../session-text.ts';
import { beginWindowSession } from '../window-sessions.ts';
import { type BrowserNotes, noBrowserNotes } from './browser-notes.ts';
import type { SaveState } from './save-state.ts';

/** How long after the first change that is not noted a note is due, in milliseconds; typing on does not put it off. */
const pauseBeforeNote = 300;
/** How long it then waits at most for a moment between two keys, as it takes a long story some milliseconds. */
const longestWaitForIdle = 100;
/** How long after a note that failed the next is due. */
const pauseBeforeNoteAgain = 900;
/** How long a note may be under way, in milliseconds, before the text is kept in the browser too. */
const patienceWithHost = 250;

/** Whether the unsaved text of a story is in the journal. */
export type JournalState =
	/** Nothing is unsaved, or nothing is noted yet. */
	| { readonly kind: 'empty' }
	/** Noted. `besideNewsroom` says why it lies in the user's own folder, where it does. */
	| { readonly kind: 'kept'; readonly besideNewsroom: string | null }
	/** The host does not take it; the browser keeps it, and it is in the journal as soon as the host is back. */
	| { readonly kind: 'in-browser' }
	| { readonly kind: 'failed'; readonly failure: Failure };

/** What the journal needs of the host. */
export type JournalHost = { readonly journal: Pick<Host['journal'], 'write' | 'clear'> };

/** What the journal needs of an open story. */
interface Journaled {
	readonly id: ArticleId;
	getText(): SessionText;
	subscribe(listener: () => void): () => void;
	getSaveState(): SaveState;
	subscribeSaveState(listener: () => void): () => void;
}

/**
 * Keeps the unsaved text of one open story in the journal: every change is there within a second, whatever becomes of
 * the saves, until the save that holds it is acknowledged. One request at a time. While the host does not answer or
 * refuses, the text is in the browser's storage within that second.
 */
export class JournalWriter extends Store<JournalState> {
	/** The name of this opening of the story in the journal. */
	readonly session: SessionId;
	readonly #ends: readonly (() => void)[];
	readonly #later = throttleIdle(() => void this.#work(), pauseBeforeNote, longestWaitForIdle);
	readonly #laterInBrowser = throttleIdle(() => void this.#keepInBrowser(), pauseBeforeNote, longestWaitForIdle);
	#busy = false;
	/** Whether the host has not answered the note that is under way in time, or has refused the last one. */
	#isHostAway = false;
	/** Why the host refused the last note; null when it has taken it, or not answered yet. */
	#refusal: Failure | null = null;
	/** Whether the host once did not take a note: it may be another one by now, which does not know the base. */
	#wasHostAway = false;
	/** The newest text in the browser; null when it holds none. */
	#inBrowser: SessionText | null = null;
	#due = false;
	#mayHaveEntry = false;
	#noted: SessionText | null = null;
	/** What was unsaved when the story was closed; undefined while it is open. */
	#left: SessionText | null | undefined;

	constructor(
		private readonly host: JournalHost,
		private readonly story: Journaled,
		private readonly browser: BrowserNotes = noBrowserNotes,
	) {
		super({ kind: 'empty' });
		const { session, end } = beginWindowSession();
		this.session = session;
		this.#ends = [
			story.subscribe(() => this.#changed()),
			story.subscribeSaveState(() => {
				if (this.#unsaved() === null) void this.#work();
				else this.#changed();
			}),
			end,
		];
	}

	/** The story is closed: what is not saved stays in the journal, to be offered again. */
	async end(): Promise<void> {
		this.#left = this.#unsaved();
		this.#later.cancel();
		this.#laterInBrowser.cancel();
		const [endChanges, endSaves, endSession] = this.#ends;
		endChanges?.();
		endSaves?.();
		await this.#work();
		endSession?.();
	}

	#changed() {
		this.#later.call();
		if (this.#isHostAway || this.#inBrowser !== null) this.#laterInBrowser.call();
	}

	#unsaved(): SessionText | null {
		if (this.#left !== undefined) return this.#left;
		const { kind } = this.story.getSaveState();
		if (kind === 'saved' || kind === 'readOnly') return null;
		return this.story.getText();
	}

	async #work(): Promise<void> {
		this.#due = true;
		if (this.#busy) return;
		this.#busy = true;
		try {
			while (this.#due) {
				this.#due = false;
				const unsaved = this.#unsaved();
				if (unsaved === null) await this.#clear();
				else await this.#note(unsaved);
			}
		} finally {
			this.#busy = false;
		}
	}

	async #clear(): Promise<void> {
		await this.#dropInBrowser();
		if (!this.#mayHaveEntry) return;
		const answer = await this.host.journal.clear({ session: this.session, id: this.story.id });
		this.#noted = null;
		// An entry that stays is cleared after the next save, or is the same as the file when it is looked for.
		if (answer.ok) this.#mayHaveEntry = false;
		this.setState({ kind: 'empty' });
	}

	async #note(unsaved: SessionText): Promise<void> {
		const { article, basedOn, version, base, sent } = unsaved;
		if (this.#noted?.article === article && this.#noted.basedOn === basedOn) return;
		this.#mayHaveEntry = true;
		// While two sides wait to be decided, the text goes back to an older file, which the host may not know any more.
		const needsBase = this.#wasHostAway || this.story.getSaveState().kind === 'conflict';
		const late = setTimeout(() => {
			this.#isHostAway = true;
			void this.#keepInBrowser();
		}, patienceWithHost);
		const answer = await this.host.journal.write({
			session: this.session,
			version,
			basedOn,
			article,
			...(needsBase ? { base, ...(sent === null ? {} : { sent }) } : {}),
		});
		clearTimeout(late);
		this.#isHostAway = !answer.ok;
		if (answer.ok) {
			this.#refusal = null;
			this.#noted = unsaved;
			this.setState({ kind: 'kept', besideNewsroom: answer.value.besideNewsroom });
			await this.#dropInBrowser(version);
		} else {
			this.#wasHostAway = true;
			this.#refusal = answer.failure;
			if (this.#inBrowser === null) this.setState({ kind: 'failed', failure: answer.failure });
			await this.#keepInBrowser();
			if (this.#left === undefined) this.#later.call(pauseBeforeNoteAgain);
		}
		// Saved while it was being noted: the entry is older than the file.
		if (this.#unsaved() === null) this.#due = true;
	}

	/** Keeps what is unsaved in the browser while the host is away, and until what lies there is in the journal. */
	async #keepInBrowser(): Promise<void> {
		const unsaved = this.#unsaved();
		if (unsaved === null || unsaved.article === this.#inBrowser?.article) return;
		if (!this.#isHostAway && this.#inBrowser === null) return;
		const { session } = this;
		try {
			await this.browser.keep({ session, ...unsaved, typed: new Date().toISOString() });
			this.#inBrowser = unsaved;
			if (this.#isHostAway) this.setState({ kind: 'in-browser' });
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			this.#inBrowser = null;
			if (this.#refusal === null) return;
			const { code, message } = this.#refusal;
			this.setState({
				kind: 'failed',
				failure: { code, message: `${message} The browser does not keep it (${reason}).` },
			});
		}
	}

	/** Drops what the browser holds up to a version: it is in the journal, or saved. */
	async #dropInBrowser(version = this.#inBrowser?.version): Promise<void> {
		if (this.#inBrowser === null || version === undefined) return;
		try {
			await this.browser.drop(this.session, this.story.id, version);
			if (this.#inBrowser.version <= version) this.#inBrowser = null;
		} catch {
			// Text that stays there is in the file or the journal, so it is never offered; it is dropped with the next.
		}
	}
}
