import { List, ListOrdered } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { JoinNestedLists } from './join-nested-lists.ts';
import { OrderedList } from './ordered-list.ts';

/** The node of the bulleted list is one of the kit's. */
export const list: EditorBlock = {
	extensions: () => [OrderedList, JoinNestedLists],
	actions: [
		{
			id: 'bulletList',
			label: 'Bulleted list',
			icon: List,
			shortcut: 'Mod+Shift+8',
			at: ['kind', 'more', 'handle'],
			run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
		},
		{
			id: 'orderedList',
			label: 'Numbered list',
			icon: ListOrdered,
			shortcut: 'Mod+Shift+7',
			at: ['kind', 'more', 'handle'],
			run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
		},
	],
};
