import type { Editor } from '@tiptap/core';
import type { RefObject } from 'react';
import { commandEntry } from '../../ui/command-entry.ts';
import { MenuAt, type MenuEntry } from '../../ui/overlays/menu.tsx';
import { blockCommands } from './blocks/index.ts';
import { blockPosition, wholeBlockCommands } from './commands/block-commands.ts';
import { moveCommands } from './commands/move-commands.ts';
import { type TurnTarget, turnedInto, turnInto } from './commands/turn-into.ts';

/** Each with the command whose name and icon it has. */
const targets: readonly { readonly target: TurnTarget; readonly command: string }[] = [
	{ target: 'paragraph', command: 'block.paragraph' },
	{ target: 'subhead', command: 'block.subhead2' },
	{ target: 'bulletList', command: 'block.bulletList' },
	{ target: 'orderedList', command: 'block.orderedList' },
	{ target: 'quote', command: 'block.quote' },
	{ target: 'pullquote', command: 'block.pullquote' },
	{ target: 'image', command: 'block.image' },
	{ target: 'gallery', command: 'block.gallery' },
];
const ofBlock = [...moveCommands.slice(2), ...wholeBlockCommands.filter(({ id }) => id !== 'block.menu')];

/** What the block with the cursor can become, and what can be done with it as a whole. */
export function BlockMenu({
	editor,
	anchor,
	isOpen,
	onClose,
}: {
	readonly editor: Editor;
	readonly anchor: RefObject<HTMLElement | null>;
	readonly isOpen: boolean;
	readonly onClose: () => void;
}) {
	const position = isOpen ? blockPosition(editor) : null;
	const block = position === null ? null : editor.state.doc.nodeAt(position);
	const turns = targets.flatMap(({ target, command }): MenuEntry[] => {
		const named = blockCommands.find(({ id }) => id === command);
		const isNothingNew = block?.type.name === target;
		if (block === null || named === undefined || isNothingNew || turnedInto(block, target) === null) return [];
		return [{ id: target, label: target === 'image' ? 'Single pictures' : named.label, icon: named.icon }];
	});
	return (
		<MenuAt
			label="Menu of the block"
			anchor={anchor}
			isOpen={isOpen}
			onClose={onClose}
			groups={
				isOpen
					? [
							{ heading: 'Turn into', entries: turns },
							{ entries: ofBlock.map((command) => commandEntry(command, editor)) },
						]
					: []
			}
			onAction={(id) => {
				const turn = targets.find(({ target }) => target === id);
				if (turn !== undefined && position !== null) turnInto(editor, position, turn.target);
				else void ofBlock.find((command) => command.id === id)?.run(editor);
			}}
		/>
	);
}
