import { Node, nodeInputRule } from '@tiptap/core';
import { idAttribute } from '../../extensions/block-id/block-attributes.ts';

/** A break between two parts of the story. */
export const Divider = Node.create({
	name: 'divider',
	group: 'block',
	atom: true,
	addAttributes: () => idAttribute,
	parseHTML: () => [{ tag: 'hr' }],
	renderHTML: ({ HTMLAttributes }) => [
		'div',
		{ ...HTMLAttributes, class: 'story-divider', 'data-block-type': 'divider' },
		['hr'],
	],
	addInputRules() {
		return [nodeInputRule({ find: /^(?:---|—-)$/, type: this.type })];
	},
});
