import type { Editor } from '@tiptap/core';
import type { StoryFields } from '#shared/document/body/index.ts';
import type { Choice } from '#shared/document/merge/collision.ts';
import type { EditStoryText } from '#shared/document/texts/edit-texts.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import type { JournalWriter } from './saving/journal-writer.ts';
import type { SaveState } from './saving/save-state.ts';
import type { SessionText } from './session-text.ts';

/** The fields of a story that are attributes of its document, changed by `setField` and undone like typing. */
export type { StoryFields };

/** One story that is open on the desk: its editor, and the saving of what is typed. */
export interface StorySession {
	readonly id: ArticleId;
	readonly editor: Editor;
	/** Keeps what is not saved in the journal. */
	readonly journal: JournalWriter;
	/** Changes one field in one undoable step. */
	setField<Name extends keyof StoryFields>(name: Name, value: StoryFields[Name]): void;
	/** Changes several fields in one undoable step. */
	setFields(fields: Partial<StoryFields>): void;
	/** The present value of a field. */
	getField<Name extends keyof StoryFields>(name: Name): StoryFields[Name];
	/** The whole story as it stands now; the same object until something changes. */
	getArticle(): Article;
	/** The story as it stands now, for the journal. */
	getText(): SessionText;
	/** Hears every change of the story; returns the function that ends it. */
	subscribe(listener: () => void): () => void;
	getSaveState(): SaveState;
	/** Whether the story is published, and readers have an earlier version than its file. */
	getHasChanges(): boolean;
	/** Hears every change of both; returns the function that ends it. */
	subscribeSaveState(listener: () => void): () => void;
	/**
	 * Saves at once what is not saved; resolves to whether the file now holds everything. An `explicit` save, which the
	 * editor asked for, is kept in the history though nothing is left to save.
	 */
	flush(reason?: 'explicit' | 'auto'): Promise<boolean>;
	/** Decides the collisions with these ids, or all when null; once none is left the story is saved. */
	decide(choice: Choice, ids: readonly string[] | null): Promise<void>;
	/** Edits texts of the story in one undoable step. */
	editTexts(edit: EditStoryText): void;
	/** Takes the editor to the text of a field; false for a field that the inspector shows. */
	focusText(where: FieldRef): boolean;
	/** Undoes a change that was saved elsewhere, in one undoable step; what was typed since stays. */
	takeBack(change: { readonly before: Article; readonly after: Article }): void;
	/** Ends the session; call `flush` before. */
	destroy(): void;
}
