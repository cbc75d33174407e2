import { type Editor, Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { kindBegun, type SuggestionKind, suggestionKinds } from './suggestion-kinds.ts';

/** What is being looked for: from where its sign stands up to the cursor. */
export interface Suggesting {
	readonly kind: SuggestionKind;
	readonly from: number;
	readonly to: number;
	/** What is typed behind the sign. */
	readonly query: string;
}

type Begun = Pick<Suggesting, 'kind' | 'from'>;

const key = new PluginKey<Begun | null>('suggestions');

/** Hears the keys while something is offered; answers whether a key was its own. */
type KeyListener = (event: KeyboardEvent) => boolean;
const listeners = new WeakMap<Editor, KeyListener>();

/** The transaction that the next ones are undone together with. */
const joined = new WeakMap<Editor, Transaction>();

/**
 * Notices when "/", "[[" or "@" is typed where something can be offered. Only typing the sign begins it, so neither going to
 * a sign that is there, nor pasting, undoing or composing one does; once ended, the text stays as it is.
 */
export const Suggestions = Extension.create({
	name: 'suggestions',
	// Before the commands and all keys that write.
	priority: 300,
	dispatchTransaction({ transaction, next }) {
		const first = joined.get(this.editor);
		if (first !== undefined && transaction !== first) transaction.setMeta('appendedTransaction', first);
		next(transaction);
	},
	addProseMirrorPlugins() {
		const { editor } = this;
		return [
			new Plugin<Begun | null>({
				key,
				state: {
					init: () => null,
					apply(transaction, last, _before, state) {
						const asked: Begun | 'end' | undefined = transaction.getMeta(key);
						if (asked === 'end') return null;
						if (asked !== undefined) return asked;
						if (last === null) return null;
						const begun = { ...last, from: transaction.mapping.map(last.from) };
						return read(state, begun) === null ? null : begun;
					},
				},
				props: {
					handleTextInput: (view, from, to, letter) => {
						if (view.composing || from !== to) return false;
						const kind = kindBegun(view.state, from, letter);
						if (kind === null) return false;
						const begun: Begun = { kind, from: from + letter.length - suggestionKinds[kind].sign.length };
						view.dispatch(view.state.tr.insertText(letter, from).setMeta(key, begun).scrollIntoView());
						return true;
					},
					handleKeyDown: (view, event) => {
						if (event.isComposing || key.getState(view.state) === null) return false;
						return listeners.get(editor)?.(event) ?? false;
					},
					handleDOMEvents: {
						blur: () => {
							endSuggesting(editor);
							return false;
						},
					},
				},
			}),
		];
	},
});

/** What is being looked for in a story; null when nothing is. */
export function suggesting({ state }: Editor): Suggesting | null {
	const begun = key.getState(state);
	return begun ? read(state, begun) : null;
}

/** Ends it; what was typed stays as text. */
export function endSuggesting(editor: Editor): void {
	if (!editor.isDestroyed && key.getState(editor.state)) editor.view.dispatch(editor.state.tr.setMeta(key, 'end'));
}

/** Hears the keys while something is offered; returns the function that ends it. */
export function onSuggestionKey(editor: Editor, listener: KeyListener): () => void {
	listeners.set(editor, listener);
	return () => {
		if (listeners.get(editor) === listener) listeners.delete(editor);
	};
}

/** Takes away the sign and what is typed behind it, and does something in its place, so that one undo takes back both. */
export function inPlaceOfSign(editor: Editor, { from, to }: Suggesting, act: () => void): void {
	const first = closeHistory(editor.state.tr.delete(from, to)).setMeta(key, 'end');
	joined.set(editor, first);
	try {
		editor.view.dispatch(first);
		act();
	} finally {
		joined.delete(editor);
	}
}

function read({ doc, selection }: EditorState, { kind, from }: Begun): Suggesting | null {
	if (!(selection instanceof TextSelection) || !selection.empty) return null;
	const { $from, from: to } = selection;
	if (from < $from.start() || from >= to) return null;
	const text = doc.textBetween(from, to, '\n', '\n');
	const { sign, typed } = suggestionKinds[kind];
	return typed.test(text) ? { kind, from, to, query: text.slice(sign.length) } : null;
}
