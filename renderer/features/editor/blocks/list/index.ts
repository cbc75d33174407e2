import { List, ListOrdered } from 'lucide-react';
import { whenNothingToList } from '../../commands/kind-of-text.ts';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { JoinNestedLists } from './join-nested-lists.ts';
import { OrderedList } from './ordered-list.ts';

/** The node of the bulleted list is one of the kit's. */
export const list: EditorBlock = {
	extensions: () => [OrderedList, JoinNestedLists],
	commands: [
		textCommand({
			id: 'block.bulletList',
			keywords: ['bullets', 'points'],
			label: 'Bulleted list',
			icon: List,
			shortcut: 'Mod+Shift+8',
			at: ['kind', 'more', 'handle'],
			disabledReason: whenNothingToList,
			run: (editor) => void editor.chain().focus().toggleList('bulletList', 'listItem').run(),
		}),
		textCommand({
			id: 'block.orderedList',
			keywords: ['numbers', 'steps'],
			label: 'Numbered list',
			icon: ListOrdered,
			shortcut: 'Mod+Shift+7',
			at: ['kind', 'more', 'handle'],
			disabledReason: whenNothingToList,
			run: (editor) => void editor.chain().focus().toggleList('orderedList', 'listItem').run(),
		}),
	],
};
