import { Node, wrappingInputRule } from '@tiptap/core';

/** A numbered list; one that is typed begins with 1. */
export const OrderedList = Node.create({
	name: 'orderedList',
	group: 'block list',
	content: 'listItem+',
	parseHTML: () => [{ tag: 'ol' }],
	renderHTML: ({ HTMLAttributes }) => ['ol', { ...HTMLAttributes, class: 'story-list', 'data-block-type': 'list' }, 0],
	addInputRules() {
		return [wrappingInputRule({ find: /^1[.)]\s$/, type: this.type })];
	},
});
