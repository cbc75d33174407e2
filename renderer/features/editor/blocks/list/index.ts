import { List, ListOrdered, ListStart } from 'lucide-react';
import { whenNothingToList } from '../../commands/kind-of-text.ts';
import { toolsOf, whenNotShown } from '../../commands/story-tools.ts';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { JoinNestedLists } from './join-nested-lists.ts';
import { numberedListAt } from './list-start.ts';
import { OrderedList } from './ordered-list.ts';
import { StartDialog } from './start-dialog.tsx';

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
		textCommand({
			id: 'block.listStart',
			keywords: ['start', 'number', 'continue'],
			label: 'First number of the list…',
			icon: ListStart,
			at: ['more'],
			disabledReason: (editor) =>
				numberedListAt(editor) === null ? 'Put the cursor in a numbered list first.' : whenNotShown(editor),
			run: (editor) => toolsOf(editor)?.ask(StartDialog),
		}),
	],
};
