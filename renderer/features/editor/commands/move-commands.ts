import type { Editor } from '@tiptap/core';
import { ArrowDown, ArrowUp, ChevronsDown, ChevronsUp, type LucideIcon } from 'lucide-react';
import { moveNode, nodeAround } from '../extensions/move/move-node.ts';
import { type TextCommand, textCommand } from './text-command.ts';

/** Moves the block at the cursor; where it is in a key point that point, unless the whole block is meant. */
function move(id: string, label: string, icon: LucideIcon, shortcut: string, by: -1 | 1, whole: boolean): TextCommand {
	const placeOf = ({ state }: Editor) => {
		const inPoint = state.selection.$from.parent.type.name === 'keyPoint';
		return nodeAround(state, inPoint && !whole ? 2 : 1);
	};
	return textCommand({
		id,
		label,
		icon,
		shortcut,
		keywords: ['order', 'block', 'key point', by < 0 ? 'before' : 'after'],
		disabledReason: (editor) => {
			const place = placeOf(editor);
			if (place !== null && moveNode(editor.state.tr, place, by)) return null;
			return by < 0 ? 'It cannot go further up.' : 'It cannot go further down.';
		},
		run: (editor) => {
			const place = placeOf(editor);
			if (place !== null) editor.commands.command(({ tr }) => moveNode(tr, place, by));
		},
	});
}

/** The commands that put the blocks and the key points in order. */
export const moveCommands: readonly TextCommand[] = [
	move('block.moveUp', 'Move up', ArrowUp, 'Alt+ArrowUp', -1, false),
	move('block.moveDown', 'Move down', ArrowDown, 'Alt+ArrowDown', 1, false),
	move('block.moveWholeUp', 'Move the whole block up', ChevronsUp, 'Alt+Shift+ArrowUp', -1, true),
	move('block.moveWholeDown', 'Move the whole block down', ChevronsDown, 'Alt+Shift+ArrowDown', 1, true),
];
