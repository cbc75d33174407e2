import { UndoRedo } from '@tiptap/extensions';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** The one history of a story. Its keys never reach the browser, whose own undo knows only letters. */
export const StoryHistory = UndoRedo.extend({
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
			...(this.parent?.() ?? []),
			new Plugin({
				key: new PluginKey('storyHistoryInput'),
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
}).configure({ depth: 1000 });
