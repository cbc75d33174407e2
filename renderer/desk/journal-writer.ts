import type { SessionId } from '#shared/contract/journal.ts';
import type { Failure } from '#shared/failure.ts';
import type { Article, Revision } from '#shared/model/article.ts';
import type { Host } from '../host/host.ts';
import { IdleClock } from './idle-clock.ts';
import type { StorySession } from './story-session.ts';
import { beginWindowSession } from './window-sessions.ts';

/** How long after the first change that is not noted a note is due, in milliseconds; typing on does not put it off. */
export const pauseBeforeNote = 300;
/** How long it then waits at most for a moment between two keys, as it takes a long story some milliseconds. */
const longestWaitForIdle = 100;
/** How long after a note that failed the next is due. */
export const pauseBeforeNoteAgain = 900;

/** Whether the unsaved text of a story is in the journal. */
export type JournalState =
	/** Nothing is unsaved, or nothing is noted yet. */
	| { readonly kind: 'empty' }
	/** Noted. `besideNewsroom` says why it lies in the user's own folder, where it does. */
	| { readonly kind: 'kept'; readonly besideNewsroom: string | null }
	| { readonly kind: 'failed'; readonly failure: Failure };

/** What the journal needs of the host. */
export type JournalHost = { readonly journal: Pick<Host['journal'], 'write' | 'clear'> };

type Journaled = Pick<
	StorySession,
	'id' | 'getArticle' | 'getRevision' | 'subscribe' | 'getSaveState' | 'subscribeSaveState'
>;

interface Unsaved {
	readonly article: Article;
	readonly basedOn: Revision;
}

/**
 * Keeps the unsaved text of one open story in the journal: every change is there within a second, whatever becomes of
 * the saves, until the save that holds it is acknowledged. One request at a time.
 */
export class JournalWriter {
	/** The name of this opening of the story in the journal. */
	readonly session: SessionId;
	readonly #listeners = new Set<() => void>();
	readonly #ends: readonly (() => void)[];
	#state: JournalState = { kind: 'empty' };
	readonly #clock = new IdleClock(() => void this.#work(), pauseBeforeNote, longestWaitForIdle);
	#busy = false;
	#due = false;
	#mayHaveEntry = false;
	#noted: Unsaved | null = null;
	/** What was unsaved when the story was closed; undefined while it is open. */
	#left: Unsaved | null | undefined;

	constructor(
		private readonly host: JournalHost,
		private readonly story: Journaled,
	) {
		const { session, end } = beginWindowSession();
		this.session = session;
		this.#ends = [
			story.subscribe(() => this.#clock.changed()),
			story.subscribeSaveState(() => {
				if (this.#unsaved() === null) void this.#work();
				else this.#clock.changed();
			}),
			end,
		];
	}

	readonly getState = (): JournalState => this.#state;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** The story is closed: what is not saved stays in the journal, to be offered again. */
	async end(): Promise<void> {
		this.#left = this.#unsaved();
		this.#clock.stop();
		const [endChanges, endSaves, endSession] = this.#ends;
		endChanges?.();
		endSaves?.();
		await this.#work();
		endSession?.();
	}

	#unsaved(): Unsaved | null {
		if (this.#left !== undefined) return this.#left;
		const { kind } = this.story.getSaveState();
		if (kind === 'saved' || kind === 'readOnly') return null;
		return { article: this.story.getArticle(), basedOn: this.story.getRevision() };
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
		if (!this.#mayHaveEntry) return;
		const answer = await this.host.journal.clear({ session: this.session, id: this.story.id });
		this.#noted = null;
		// An entry that stays is cleared after the next save, or is the same as the file when it is looked for.
		if (answer.ok) this.#mayHaveEntry = false;
		this.#setState({ kind: 'empty' });
	}

	async #note(unsaved: Unsaved): Promise<void> {
		const { article, basedOn } = unsaved;
		if (this.#noted?.article === article && this.#noted.basedOn === basedOn) return;
		this.#mayHaveEntry = true;
		const answer = await this.host.journal.write({ session: this.session, basedOn, article });
		if (answer.ok) {
			this.#noted = unsaved;
			this.#setState({ kind: 'kept', besideNewsroom: answer.value.besideNewsroom });
		} else {
			this.#setState({ kind: 'failed', failure: answer.failure });
			if (this.#left === undefined) this.#clock.changed(pauseBeforeNoteAgain);
		}
		// Saved while it was being noted: the entry is older than the file.
		if (this.#unsaved() === null) this.#due = true;
	}

	#setState(state: JournalState) {
		this.#state = state;
		for (const listener of [...this.#listeners]) listener();
	}
}
