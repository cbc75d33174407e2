import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * When the keyboard comes back to the text, as from a window that closes, the cursor is at once where it was.
 * ProseMirror puts it there only after 20 ms, and a letter typed before would stand at the start of the headline.
 */
export const CursorOnFocus = Extension.create({
	name: 'cursorOnFocus',
	addProseMirrorPlugins() {
		// A press of the mouse says itself where the cursor goes.
		let isPressed = false;
		const press = () => {
			isPressed = true;
		};
		const letGo = () => {
			isPressed = false;
		};
		return [
			new Plugin({
				key: new PluginKey('cursorOnFocus'),
				view: ({ dom: { ownerDocument: page } }) => {
					page.addEventListener('pointerdown', press, true);
					for (const end of ['pointerup', 'pointercancel']) page.addEventListener(end, letGo, true);
					return {
						destroy() {
							page.removeEventListener('pointerdown', press, true);
							for (const end of ['pointerup', 'pointercancel']) page.removeEventListener(end, letGo, true);
						},
					};
				},
				props: {
					handleDOMEvents: {
						focus: (view) => {
							if (!isPressed) view.focus();
							return false;
						},
					},
				},
			}),
		];
	},
});
