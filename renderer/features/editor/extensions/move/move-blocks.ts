import { Extension } from '@tiptap/core';
import { moveNode, nodeAround } from './move-node.ts';

/** Alt with an arrow moves the block at the cursor, or the key point; with Shift always the whole block. */
export const MoveBlocks = Extension.create({
	name: 'moveBlocks',
	addKeyboardShortcuts() {
		const move = (by: -1 | 1, whole: boolean) => () =>
			this.editor.commands.command(({ tr, state }) => {
				const inPoint = state.selection.$from.parent.type.name === 'keyPoint';
				const position = nodeAround(state, inPoint && !whole ? 2 : 1);
				return position !== null && moveNode(tr, position, by);
			});
		return {
			'Alt-ArrowUp': move(-1, false),
			'Alt-ArrowDown': move(1, false),
			'Alt-Shift-ArrowUp': move(-1, true),
			'Alt-Shift-ArrowDown': move(1, true),
		};
	},
});
