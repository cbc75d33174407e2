import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { holdField, takeCursor, takeSelection } from './hold-field.ts';
import { fieldAround, selectInField } from './select-in-field.ts';

/** Keeps a selection inside the field where it began, so that nothing typed can join a headline with the body. */
export const FieldSelection = Extension.create({
	name: 'fieldSelection',
	addKeyboardShortcuts() {
		return {
			'Mod-a': () =>
				this.editor.commands.command(({ tr, state }) => {
					const { $from } = state.selection;
					if ($from.depth === 0) return false;
					const { start, end } = fieldAround($from);
					const selection = TextSelection.between(tr.doc.resolve(start), tr.doc.resolve(end));
					tr.setSelection(selection);
					return true;
				}),
		};
	},
	addProseMirrorPlugins() {
		const hold = (view: EditorView) => {
			holdField(view);
			return false;
		};
		return [
			new Plugin({
				key: new PluginKey('fieldSelection'),
				props: {
					createSelectionBetween: (_view, $anchor, $head) => selectInField($anchor, $head),
					handleDOMEvents: {
						mouseup: (view, event) => {
							takeCursor(view, event);
							return hold(view);
						},
						keydown: (view) => {
							takeSelection(view);
							return hold(view);
						},
						beforeinput: hold,
					},
				},
			}),
		];
	},
});
