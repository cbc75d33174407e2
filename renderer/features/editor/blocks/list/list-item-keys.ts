import type { Editor, KeyboardShortcutCommand } from '@tiptap/core';

/** The keys of a list item: Tab and Shift-Tab nest it deeper and less deep, as Backspace at its beginning does. */
export function listItemKeys(editor: Editor): Record<string, KeyboardShortcutCommand> {
	const isAtStart = () => {
		const { $from, empty } = editor.state.selection;
		return empty && $from.parentOffset === 0 && $from.node(-1)?.type.name === 'listItem' && $from.index(-1) === 0;
	};
	return {
		Enter: () => editor.commands.splitListItem('listItem'),
		Tab: () => editor.commands.sinkListItem('listItem'),
		'Shift-Tab': () => editor.commands.liftListItem('listItem'),
		Backspace: () => isAtStart() && editor.commands.liftListItem('listItem'),
	};
}
