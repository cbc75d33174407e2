import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Leads a menu's Undo to the one history of a story, and never to the browser, whose undo knows only letters. */
export const HistoryInput = Extension.create({
	name: 'historyInput',
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
