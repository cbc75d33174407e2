import { Extension, type KeyboardShortcutCommand } from '@tiptap/core';
import { shortcutsOf } from '../../../../ui/command.ts';
import { textCommands } from '../../commands/text-commands.ts';

/** The keys of the commands of the text. None is left to the browser, which would make a headline bold. */
export const CommandKeys = Extension.create({
	name: 'commandKeys',
	// Before the keys that write, delete and go to the next cell.
	priority: 200,
	addKeyboardShortcuts() {
		const keys: Record<string, KeyboardShortcutCommand> = {};
		for (const command of textCommands) {
			const press: KeyboardShortcutCommand = ({ editor }) => {
				if (command.disabledReason(editor) !== null) return command.sharesKeys === undefined;
				void command.run(editor);
				return true;
			};
			for (const key of shortcutsOf(command).flatMap(keymapNames)) keys[key] = press;
		}
		return keys;
	},
});

/** A shortcut as keymaps write it: `Mod-b` for `Mod+B`, and `Mod-B` for when Caps Lock is on. */
function keymapNames(shortcut: string): readonly string[] {
	const parts = shortcut.split('+');
	const last = parts.pop() ?? '';
	const nameOf = (key: string) => [...parts, key].join('-');
	if (last.length > 1) return [nameOf(last)];
	const lower = nameOf(last.toLowerCase());
	return parts.includes('Shift') ? [lower] : [...new Set([lower, nameOf(last)])];
}
