import { Node, wrappingInputRule } from '@tiptap/core';
import { idAttribute } from '../block-id/block-attributes.ts';

const listNode = (name: 'bulletList' | 'orderedList', tag: 'ul' | 'ol', find: RegExp, shortcut: string) =>
	Node.create({
		name,
		group: 'block list',
		content: 'listItem+',
		addAttributes: () => idAttribute,
		parseHTML: () => [{ tag }],
		renderHTML: ({ HTMLAttributes }) => [tag, { ...HTMLAttributes, class: 'story-list', 'data-block-type': 'list' }, 0],
		addKeyboardShortcuts() {
			return { [shortcut]: () => this.editor.commands.toggleList(this.name, 'listItem') };
		},
		addInputRules() {
			// Only a paragraph that stands in the body itself becomes a list.
			const joinPredicate = (_match: unknown, node: { type: unknown }) => node.type === this.type;
			return [wrappingInputRule({ find, type: this.type, joinPredicate })];
		},
	});

/** A list without an order of its own. */
export const BulletList = listNode('bulletList', 'ul', /^\s*[-+*]\s$/, 'Mod-Shift-8');
/** A numbered list. */
export const OrderedList = listNode('orderedList', 'ol', /^1[.)]\s$/, 'Mod-Shift-7');

/** An item of a list; Tab and Shift-Tab nest it deeper and less deep. */
export const ListItem = Node.create({
	name: 'listItem',
	// More than one list under an item lasts only until `JoinNestedLists` has made one of them.
	content: 'paragraph list*',
	defining: true,
	selectable: false,
	parseHTML: () => [{ tag: 'li' }],
	renderHTML: () => ['li', 0],
	addKeyboardShortcuts() {
		const atStart = () => {
			const { $from, empty } = this.editor.state.selection;
			return empty && $from.parentOffset === 0 && $from.node(-1)?.type === this.type && $from.index(-1) === 0;
		};
		return {
			Enter: () => this.editor.commands.splitListItem(this.name),
			Tab: () => this.editor.commands.sinkListItem(this.name),
			'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
			Backspace: () => atStart() && this.editor.commands.liftListItem(this.name),
		};
	},
});
