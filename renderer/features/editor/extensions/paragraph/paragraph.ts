import { Node } from '@tiptap/core';
import { idAttribute } from '../block-id/block-attributes.ts';

/** A paragraph of the body, or the text of a list item. A pasted line break begins a new one. */
export const Paragraph = Node.create({
	name: 'paragraph',
	// First in its group, so that it is what a new block is made as.
	priority: 1000,
	group: 'block',
	content: 'text*',
	addAttributes: () => idAttribute,
	parseHTML: () => [{ tag: 'p' }],
	renderHTML: ({ HTMLAttributes }) => ['p', { ...HTMLAttributes, 'data-block-type': 'paragraph' }, 0],
	addKeyboardShortcuts() {
		return { 'Mod-Alt-0': () => this.editor.commands.setNode(this.name) };
	},
});
