import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import { Copy, Menu, Trash2 } from 'lucide-react';
import { firstBlockIndex, nodeAround } from '../extensions/move/move-node.ts';
import { toolsOf, whenNotShown } from './story-tools.ts';
import { type TextCommand, textCommand } from './text-command.ts';

/** Where the block of the body with the cursor begins; null in headline and standfirst. */
export function blockPosition({ state }: Editor): number | null {
	const position = nodeAround(state, 1);
	return position === null || state.doc.resolve(position).index() < firstBlockIndex ? null : position;
}

const whenNoBlock = (editor: Editor) => (blockPosition(editor) === null ? 'Put the cursor in a block first.' : null);

/** Puts a copy of the block with the cursor below it, and goes into that. */
const duplicate = textCommand({
	id: 'block.duplicate',
	label: 'Duplicate the block',
	icon: Copy,
	shortcut: 'Mod+D',
	keywords: ['copy', 'twice', 'again'],
	disabledReason: (editor) => {
		const position = blockPosition(editor);
		if (position !== null && editor.state.doc.nodeAt(position)?.type.name === 'keyPoints')
			return 'A story has one box of key points.';
		return whenNoBlock(editor);
	},
	run: (editor) => {
		const position = blockPosition(editor);
		const block = position === null ? null : editor.state.doc.nodeAt(position);
		if (position === null || block === null) return;
		const { tr, selection } = editor.state;
		const place = position + block.nodeSize;
		tr.insert(place, block);
		// The same place in the copy.
		const inside = selection.from - position + place;
		tr.setSelection(
			selection instanceof NodeSelection ? NodeSelection.create(tr.doc, place) : Selection.near(tr.doc.resolve(inside)),
		);
		editor.view.dispatch(closeHistory(tr).scrollIntoView());
		editor.view.focus();
	},
});

/** Removes the block with the cursor. */
const remove = textCommand({
	id: 'block.remove',
	label: 'Remove the block',
	icon: Trash2,
	keywords: ['delete', 'away'],
	disabledReason: whenNoBlock,
	run: (editor) => {
		const position = blockPosition(editor);
		const block = position === null ? null : editor.state.doc.nodeAt(position);
		if (position === null || block === null) return;
		const { tr, schema } = editor.state;
		const { paragraph } = schema.nodes;
		const isOnly = tr.doc.childCount === firstBlockIndex + 1;
		if (isOnly && paragraph !== undefined) tr.replaceWith(position, position + block.nodeSize, paragraph.create());
		else tr.delete(position, position + block.nodeSize);
		tr.setSelection(Selection.near(tr.doc.resolve(Math.min(position + 1, tr.doc.content.size))));
		editor.view.dispatch(closeHistory(tr).scrollIntoView());
		editor.view.focus();
	},
});

/** Opens the menu of the block with the cursor: turn into, duplicate, move, remove. */
const menu = textCommand({
	id: 'block.menu',
	label: 'Menu of the block',
	icon: Menu,
	shortcut: 'Mod+Alt+B',
	keywords: ['turn into', 'change', 'block'],
	disabledReason: (editor) => whenNoBlock(editor) ?? whenNotShown(editor),
	run: (editor) => toolsOf(editor)?.openBlockMenu(),
});

/** What is done to whole blocks. */
export const wholeBlockCommands: readonly TextCommand[] = [menu, duplicate, remove];
