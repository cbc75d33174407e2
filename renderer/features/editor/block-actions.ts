import type { Editor } from '@tiptap/core';
import {
	Heading2,
	Heading3,
	Heading4,
	List,
	ListChecks,
	ListOrdered,
	type LucideIcon,
	Minus,
	Pilcrow,
	Quote,
	SquareCode,
	Table,
	TextQuote,
} from 'lucide-react';
import { insertBlock, insertKeyPoints, insertQuote, insertTable } from './insert-block.ts';
import { shownKeys } from './shown-keys.ts';

export interface BlockAction {
	readonly id: string;
	readonly label: string;
	readonly icon: LucideIcon;
	readonly shortcut?: string;
	run(editor: Editor): void;
}

const subhead = (level: 2 | 3 | 4, label: string, icon: LucideIcon): BlockAction => ({
	id: `subhead${level}`,
	label,
	icon,
	shortcut: shownKeys(`Mod+Alt+${level}`),
	run: (editor) => editor.chain().focus().setNode('subhead', { level }).run(),
});

/** What the text with the cursor can be made into. */
export const textActions: readonly BlockAction[] = [
	{
		id: 'paragraph',
		label: 'Paragraph',
		icon: Pilcrow,
		shortcut: shownKeys('Mod+Alt+0'),
		run: (editor) => editor.chain().focus().setNode('paragraph').run(),
	},
	subhead(2, 'Subhead', Heading2),
	subhead(3, 'Smaller subhead', Heading3),
	subhead(4, 'Smallest subhead', Heading4),
	{
		id: 'bulletList',
		label: 'Bulleted list',
		icon: List,
		shortcut: shownKeys('Mod+Shift+8'),
		run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
	},
	{
		id: 'orderedList',
		label: 'Numbered list',
		icon: ListOrdered,
		shortcut: shownKeys('Mod+Shift+7'),
		run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
	},
	{ id: 'quote', label: 'Quote', icon: Quote, run: (editor) => insertQuote(editor, 'quote') },
	{ id: 'pullquote', label: 'Pull quote', icon: TextQuote, run: (editor) => insertQuote(editor, 'pullquote') },
];

export const keyPointsAction: BlockAction = {
	id: 'keyPoints',
	label: 'Key points',
	icon: ListChecks,
	run: insertKeyPoints,
};
export const tableAction: BlockAction = { id: 'table', label: 'Table', icon: Table, run: insertTable };
export const dividerAction: BlockAction = {
	id: 'divider',
	label: 'Divider',
	icon: Minus,
	run: (editor) => insertBlock(editor, editor.schema.nodeFromJSON({ type: 'divider' })),
};
export const embedIcon = SquareCode;

/** Which of the text actions describes the text with the cursor. */
export function currentText(editor: Editor): { id: string; label: string } {
	const { $from } = editor.state.selection;
	for (let depth = $from.depth; depth > 0; depth -= 1) {
		const node = $from.node(depth);
		const id = node.type.name === 'subhead' ? `subhead${node.attrs.level}` : node.type.name;
		const action = textActions.find((each) => each.id === id);
		if (action && (id !== 'paragraph' || depth === 1)) return { id, label: action.label };
	}
	return { id: '', label: labelOf($from.depth > 0 ? $from.node(1).type.name : '') };
}

function labelOf(name: string): string {
	switch (name) {
		case 'headline':
			return 'Headline';
		case 'standfirst':
			return 'Standfirst';
		case 'keyPoints':
			return 'Key points';
		case 'table':
			return 'Table';
		default:
			return 'Block';
	}
}
