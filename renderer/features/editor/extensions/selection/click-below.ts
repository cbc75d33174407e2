import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';

/** A click below the last block begins a new paragraph there, unless an empty one is waiting already. */
export const ClickBelow = Extension.create({
	name: 'clickBelow',
	addProseMirrorPlugins() {
		const { editor } = this;
		return [
			new Plugin({
				key: new PluginKey('clickBelow'),
				props: {
					handleDOMEvents: {
						mousedown: (view, event) => {
							const last = view.dom.lastElementChild;
							if (event.target !== view.dom || !last || !editor.isEditable) return false;
							if (event.clientY <= last.getBoundingClientRect().bottom) return false;
							event.preventDefault();
							const { doc, schema, tr } = view.state;
							const end = doc.content.size;
							const isWaiting = doc.lastChild?.type.name === 'paragraph' && doc.lastChild.content.size === 0;
							const paragraph = schema.nodes.paragraph?.create();
							if (!isWaiting && paragraph) tr.insert(end, paragraph);
							tr.setSelection(TextSelection.create(tr.doc, tr.doc.content.size - 1));
							view.dispatch(tr.scrollIntoView());
							view.focus();
							return true;
						},
					},
				},
			}),
		];
	},
});
