import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Leads every way of undoing to the one history of a story, and never to the browser, whose undo knows only letters. */
export const HistoryInput = Extension.create({
	name: 'historyInput',
	// Before the history's own keys, which let the browser have them when nothing is left to undo.
	priority: 200,
	addKeyboardShortcuts() {
		const undo = () => {
			this.editor.commands.undo();
			return true;
		};
		const redo = () => {
			this.editor.commands.redo();
			return true;
		};
		return { 'Mod-z': undo, 'Shift-Mod-z': redo, 'Mod-y': redo };
	},
	addProseMirrorPlugins() {
		const { editor } = this;
		return [
			new Plugin({
				key: new PluginKey('historyInput'),
				props: {
					handleDOMEvents: {
						// A menu's Undo arrives as input, not as a key.
						beforeinput: (_view, event) => {
							if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
							event.preventDefault();
							if (event.inputType === 'historyUndo') editor.commands.undo();
							else editor.commands.redo();
							return true;
						},
					},
				},
			}),
		];
	},
});
