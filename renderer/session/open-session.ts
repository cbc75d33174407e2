import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { OpenedArticle } from '#shared/contract/articles.ts';
import { articleToDocument } from '#shared/document/body/index.ts';
import type { Choice } from '#shared/document/merge/collision.ts';
import { mergeArticles } from '#shared/document/merge/merge-articles.ts';
import { type EditStoryText, editTexts } from '#shared/document/texts/edit-texts.ts';
import type { Article } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import { debounce } from './basics/debounce.ts';
import { Listeners } from './basics/listeners.ts';
import { createStoryEditor, type EditorParts } from './create-story-editor.ts';
import { FieldSteps } from './field-steps.ts';
import { focusText } from './focus-text.ts';
import { replaceDocument } from './replace-document.ts';
import { longestUnsaved, onWindowBlur, pauseBeforeRetry, pauseBeforeSave } from './saving/autosave.ts';
import { type BrowserNotes, noBrowserNotes } from './saving/browser-notes.ts';
import { FileStanding } from './saving/file-standing.ts';
import { JournalWriter } from './saving/journal-writer.ts';
import { decideCollisions } from './saving/meet-theirs.ts';
import type { SaveState } from './saving/save-state.ts';
import type { SessionHost } from './session-host.ts';
import type { SessionText } from './session-text.ts';
import { articleReader, attributesOf, takeSavedFields } from './story-document.ts';
import type { StoryFields, StorySession } from './story-session.ts';

/** Opens a story on the desk: makes its editor and saves what is typed. */
export function openSession(
	host: SessionHost,
	opened: OpenedArticle,
	parts: EditorParts,
	browser = noBrowserNotes,
): StorySession {
	return new DeskSession(host, opened, parts, browser);
}

class DeskSession implements StorySession {
	readonly id: string;
	readonly editor: Editor;
	readonly journal: JournalWriter;
	readonly #base: Pick<Article, '$schema' | 'id'>;
	readonly #listeners = new Listeners();
	readonly #saveListeners = new Listeners();
	readonly subscribe = this.#listeners.add;
	readonly subscribeSaveState = this.#saveListeners.add;
	readonly #later = debounce(() => void this.#save(), pauseBeforeSave, longestUnsaved);
	readonly #fieldSteps = new FieldSteps();
	readonly #ends: (() => void)[];
	readonly #file: FileStanding;
	/** The document that the file holds. */
	#savedDoc: Node;
	#seenDoc: Node;
	readonly #articleAt: (doc: Node) => Article;
	#version = 0;
	#saveState: SaveState;
	#saving: Promise<void> | null = null;
	/** Whether the editor asked for the next save. */
	#asked = false;
	#destroyed = false;

	constructor(
		private readonly host: SessionHost,
		opened: OpenedArticle,
		parts: EditorParts,
		browser: BrowserNotes,
	) {
		const { article, readOnly } = opened;
		this.id = article.id;
		this.#base = { $schema: article.$schema, id: article.id };
		this.#file = new FileStanding(opened);
		this.editor = createStoryEditor(host, article, parts, readOnly === null);
		this.#savedDoc = this.editor.state.doc;
		this.#seenDoc = this.#savedDoc;
		this.#articleAt = articleReader(this.#base, this.#savedDoc, article);
		this.#saveState = readOnly === null ? { kind: 'saved', at: null } : { kind: 'readOnly', reason: readOnly };
		this.editor.on('transaction', this.#hear);
		this.journal = new JournalWriter(host, this, browser);
		this.#ends = [
			host.subscribe('articles.changed', ({ ids }) => {
				// None named means that something may have been missed.
				if (ids.length === 0 || ids.includes(this.id)) void this.#lookAgain();
			}),
			host.subscribeConnection((connected) => {
				if (connected && this.#saveState.kind === 'failed') void this.#save();
			}),
			onWindowBlur(() => void this.#save()),
		];
	}

	setField<Name extends keyof StoryFields>(name: Name, value: StoryFields[Name]): void {
		this.setFields({ [name]: value });
	}

	setFields(fields: Partial<StoryFields>): void {
		if (this.#saveState.kind === 'readOnly') return;
		const step = this.#fieldSteps.stepOf(Object.keys(fields), Date.now());
		const change = this.editor.state.tr;
		for (const [field, value] of Object.entries(fields)) change.setDocAttribute(field, value);
		// A step on an attribute has no range to be adjacent by; one composition is what the history joins instead.
		this.editor.view.dispatch(change.setMeta('composition', step));
	}

	getField<Name extends keyof StoryFields>(name: Name): StoryFields[Name] {
		return attributesOf(this.editor.state.doc)[name];
	}

	getArticle(): Article {
		return this.#articleAt(this.editor.state.doc);
	}

	getText(): SessionText {
		return { article: this.getArticle(), version: this.#version, ...this.#file.origin };
	}

	readonly getSaveState = (): SaveState => this.#saveState;
	readonly getHasChanges = (): boolean => this.#file.now.hasChanges;

	async flush(reason: 'explicit' | 'auto' = 'auto'): Promise<boolean> {
		this.#asked ||= reason === 'explicit';
		do {
			await this.#save();
		} while (this.#isDirty ? ['dirty', 'saving'].includes(this.#saveState.kind) : this.#isAsked);
		return !this.#isDirty;
	}

	async decide(choice: Choice, ids: readonly string[] | null): Promise<void> {
		if (this.#saveState.kind !== 'conflict') return;
		const { standing, merged } = decideCollisions(this.#file.now, this.getArticle(), choice, ids);
		this.#file.become(standing);
		// In the history, so that one undo brings the own words back.
		this.#show(merged, true);
		this.#settleState();
		await this.#save();
	}

	editTexts(edit: EditStoryText): void {
		if (this.#saveState.kind !== 'readOnly') this.#show(editTexts(this.getArticle(), edit), true);
	}

	focusText(where: FieldRef): boolean {
		return focusText(this.editor, where);
	}

	takeBack({ before, after }: { readonly before: Article; readonly after: Article }): void {
		if (this.#saveState.kind === 'readOnly') return;
		this.#show(mergeArticles(after, this.getArticle(), before).merged, true);
		this.#settleState();
	}

	destroy(): void {
		this.#destroyed = true;
		void this.journal.end();
		this.#later.cancel();
		for (const end of this.#ends) end();
		this.#listeners.clear();
		this.#saveListeners.clear();
		this.editor.destroy();
	}

	get #isDirty(): boolean {
		return this.editor.state.doc !== this.#savedDoc;
	}

	get #isAsked(): boolean {
		return this.#asked && this.#saveState.kind === 'saved' && !this.#destroyed;
	}

	readonly #hear = () => {
		const { doc } = this.editor.state;
		if (doc === this.#seenDoc) return;
		this.#seenDoc = doc;
		this.#version += 1;
		this.#listeners.tell();
		if (!this.#isDirty) return;
		switch (this.#saveState.kind) {
			case 'saved':
			case 'failed':
				this.#setSaveState({ kind: 'dirty' });
				this.#later.call();
				break;
			case 'dirty':
				this.#later.call();
				break;
			case 'saving': // what was typed meanwhile is saved when this save is done
			case 'conflict': // nothing is written until somebody decides
			case 'gone':
			case 'readOnly':
				break;
		}
	};

	async #save(): Promise<void> {
		if (this.#saving) return this.#saving;
		const { kind } = this.#saveState;
		const isDue = kind === 'saved' ? this.#asked : kind === 'failed' || (kind === 'dirty' && this.#isDirty);
		if (this.#destroyed || !isDue) return;
		this.#later.cancel();
		this.#setSaveState({ kind: 'saving' });
		this.#saving = this.#sendSave();
		try {
			await this.#saving;
		} finally {
			this.#saving = null;
		}
	}

	async #sendSave(): Promise<void> {
		const { doc } = this.editor.state;
		const reason = this.#asked ? 'explicit' : 'auto';
		this.#asked = false;
		const article = this.getArticle();
		const from = { session: this.journal.session, version: this.#version };
		const basedOn = this.#file.now.revision;
		const isNew = this.#file.unanswered.sent(article);
		const answer = await this.host.articles.save({ article, basedOn, reason, from });
		if (this.#destroyed) return;
		if (!answer.ok) {
			// Whatever else failed was answered, and has left the file as it was.
			if (isNew && answer.failure.code !== 'disconnected') this.#file.unanswered.refused(article);
			this.#asked ||= reason === 'explicit';
			this.#setSaveState({ kind: 'failed', failure: answer.failure });
			this.#later.call(pauseBeforeRetry);
			return;
		}
		const outcome = answer.value;
		switch (outcome.kind) {
			case 'saved':
				this.#file.saved(outcome);
				this.#takeSaved(doc, outcome.article);
				break;
			case 'conflict':
				this.#meet(outcome.theirs);
				break;
			case 'gone':
				this.#setSaveState({ kind: 'gone', reason: outcome.reason });
				break;
		}
	}

	/** Takes over what the save set in the story, without touching what was typed since it was sent. */
	#takeSaved(sent: Node, saved: Article) {
		const now = this.editor.state.doc;
		const change = takeSavedFields(this.editor.state.tr, sent, saved);
		const typedSince = now !== sent;
		// What this change makes is in the file already, so it is not something to save.
		if (!typedSince) this.#savedDoc = change.doc;
		if (change.docChanged) this.editor.view.dispatch(change.setMeta('addToHistory', false));
		if (!typedSince) {
			this.#savedDoc = this.editor.state.doc;
			this.#setSaveState({ kind: 'saved', at: new Date() });
		} else {
			this.#setSaveState({ kind: 'dirty' });
			this.#later.call();
		}
	}

	/** Somebody may have changed this story's file: what is new there is merged into the story on the desk. */
	async #lookAgain(): Promise<void> {
		await this.#saving;
		const { revision } = this.#file.now;
		const answer = await this.host.articles.get({ id: this.id });
		// A story that cannot be read now is told apart at the next save.
		if (!answer.ok || this.#destroyed) return;
		// What was read may be older than what a save has written meanwhile.
		if (this.#saving || this.#file.now.revision !== revision) return this.#lookAgain();
		if (answer.value.revision !== revision) this.#meet(answer.value);
		else if (this.#saveState.kind === 'gone') this.#settleState();
	}

	#meet(theirs: OpenedArticle) {
		this.#show(this.#file.meet(this.getArticle(), theirs), false);
		if (this.#saveState.kind !== 'readOnly') this.#settleState();
		this.#saveListeners.tell();
	}

	/** Makes the story on the desk this one, with the cursor where it was. */
	#show(article: Article, undoable: boolean) {
		const { state, schema, view } = this.editor;
		const inFile = schema.nodeFromJSON(articleToDocument(this.#file.now.base));
		const wanted = schema.nodeFromJSON(articleToDocument(article));
		const change = replaceDocument(state.tr, wanted).setMeta('addToHistory', undoable);
		if (undoable) closeHistory(change); // a step of its own, however soon after the typing
		this.#savedDoc = change.doc.eq(inFile) ? change.doc : inFile;
		if (change.docChanged) view.dispatch(change);
		if (this.editor.state.doc.eq(inFile)) this.#savedDoc = this.editor.state.doc;
	}

	/** What is true after the story met its file. */
	#settleState() {
		const { collisions } = this.#file.now;
		if (collisions.length > 0) {
			this.#later.cancel();
			this.#setSaveState({ kind: 'conflict', collisions });
		} else if (this.#isDirty) {
			this.#setSaveState({ kind: 'dirty' });
			this.#later.call();
		} else if (this.#saveState.kind !== 'saved') {
			this.#setSaveState({ kind: 'saved', at: null });
		}
	}

	#setSaveState(state: SaveState) {
		this.#saveState = state;
		this.#saveListeners.tell();
	}
}
