import type { Editor } from '@tiptap/core';
import { articleFields } from '#shared/document/fields.ts';
import { actionsAt, findAction } from './blocks/index.ts';

/** Which kind of text the cursor is in, as the toolbar names it. */
export function currentText(editor: Editor): { id: string; label: string } {
	const { $from } = editor.state.selection;
	for (let depth = $from.depth; depth > 0; depth -= 1) {
		const node = $from.node(depth);
		const id = node.type.name === 'subhead' ? `subhead${node.attrs.level}` : node.type.name;
		const action = actionsAt('kind').find((each) => each.id === id);
		if (action && (id !== 'paragraph' || depth === 1)) return { id, label: action.label };
	}
	return { id: '', label: labelOf($from.depth > 0 ? $from.node(1).type.name : '') };
}

function labelOf(name: string): string {
	if (name === 'headline' || name === 'standfirst') return articleFields[name].label;
	return findAction(name)?.label ?? 'Block';
}
