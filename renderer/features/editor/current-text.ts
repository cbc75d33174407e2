import type { Editor } from '@tiptap/core';
import { articleFields } from '#shared/document/fields.ts';
import { blockCommands, blockCommandsAt } from './blocks/index.ts';

/** Which kind of text the cursor is in, as the toolbar names it, with the command that makes it. */
export function currentText(editor: Editor): { id: string; label: string } {
	const { $from } = editor.state.selection;
	for (let depth = $from.depth; depth > 0; depth -= 1) {
		const node = $from.node(depth);
		const id = `block.${node.type.name === 'subhead' ? `subhead${node.attrs.level}` : node.type.name}`;
		const command = blockCommandsAt('kind').find((each) => each.id === id);
		if (command && (node.type.name !== 'paragraph' || depth === 1)) return { id, label: command.label };
	}
	return { id: '', label: labelOf($from.depth > 0 ? $from.node(1).type.name : '') };
}

function labelOf(name: string): string {
	if (name === 'headline' || name === 'standfirst') return articleFields[name].label;
	return blockCommands.find(({ id }) => id === `block.${name}`)?.label ?? 'Block';
}
