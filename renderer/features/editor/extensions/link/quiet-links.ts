import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Nothing in the editor navigates, whatever the address: a link leads somewhere only on the page. */
export const QuietLinks = Extension.create({
	name: 'quietLinks',
	addProseMirrorPlugins() {
		return [
			new Plugin({
				key: new PluginKey('quietLinks'),
				props: {
					handleDOMEvents: {
						click: (_view, event) => {
							if (event.target instanceof Element && event.target.closest('a') !== null) event.preventDefault();
							return false;
						},
					},
				},
			}),
		];
	},
});
