import { Extension } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';

/** Tab goes into the fields of a selected block, such as a picture's alt text; Escape comes back from them. */
export const EnterFields = Extension.create({
	name: 'enterFields',
	addKeyboardShortcuts() {
		return {
			Tab: ({ editor }) => {
				const { selection } = editor.state;
				if (!(selection instanceof NodeSelection)) return false;
				const shown = editor.view.nodeDOM(selection.from);
				if (!(shown instanceof HTMLElement)) return false;
				const first = shown.querySelector<HTMLElement>(
					'.gallery-picture[data-current], .block-panel :is(textarea, input)',
				);
				first?.focus();
				return first !== null;
			},
		};
	},
});
