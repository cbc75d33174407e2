import { allDeskCommands } from '../../commands/all-desk-commands.ts';
import { textCommands } from '../../features/editor/commands/text-commands.ts';
import {
	macTextKeys,
	type TextKey,
	textKeys,
	typedSigns,
} from '../../features/editor/extensions/keys/text-key-list.ts';
import type { ShortcutGroup, ShortcutRow } from '../../features/shortcuts/shortcuts-sheet.tsx';
import { type Command, shortcutsOf } from '../../ui/command.ts';
import { showShortcut } from '../../ui/shortcut.ts';

/** What the keys do that are no command's, by where they do it. */
const listKeys: readonly TextKey[] = [
	{ keys: ['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'], does: 'Go through the stories' },
	{ keys: ['Enter'], does: 'Open the story' },
	{ keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+Space', 'Mod+Space'], does: 'Select several stories' },
	{ keys: ['Mod+A'], does: 'Select all that the list finds' },
	{ keys: ['Delete', 'Backspace'], does: 'Move to the trash' },
	{ keys: ['Shift+F10'], does: 'Menu of the story' },
	{ keys: ['Escape'], does: 'Select none' },
];
const everywhere: readonly TextKey[] = [{ keys: ['Escape'], does: 'Close the window, menu or pane that lies on top' }];
const bylineKeys: readonly TextKey[] = [
	{ keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], does: 'Move a person of the byline, a related post or a category' },
];

/** Every key that does something, in groups, as the sheet of shortcuts shows them. */
export function shortcutGroups(mac: boolean): readonly ShortcutGroup[] {
	const desk = (...prefixes: readonly string[]) =>
		rowsOf(
			allDeskCommands.filter(({ id }) => prefixes.includes(id.split('.')[0] ?? '')),
			mac,
		);
	const text = (...prefixes: readonly string[]) =>
		rowsOf(
			textCommands.filter(({ id }) => prefixes.includes(id.split('.')[0] ?? '')),
			mac,
		);
	const keys = (all: readonly TextKey[]) => all.map((key) => rowOfKey(key, mac));
	return [
		{
			heading: 'Go and look',
			rows: [
				...desk('palette', 'search', 'shortcuts', 'preview', 'history', 'focus', 'pane', 'theme'),
				...keys(everywhere),
			],
		},
		{ heading: 'Stories', rows: desk('story') },
		{ heading: 'Newsroom', rows: desk('newsroom', 'export', 'backup') },
		{ heading: 'Words', rows: text('text', 'mark', 'proof') },
		{ heading: 'Blocks', rows: text('block') },
		{ heading: 'In the text', rows: keys([...textKeys, ...(mac ? macTextKeys : [])]) },
		{ heading: 'Typed at the beginning of a line, or around words', rows: keys(typedSigns) },
		{ heading: 'In the list of stories', rows: keys(listKeys) },
		{ heading: 'In the details', rows: keys(bylineKeys) },
	];
}

function rowsOf(
	commands: readonly (Command<never> & { readonly sharesKeys?: string | undefined })[],
	mac: boolean,
): ShortcutRow[] {
	return commands.flatMap((command) => {
		const keys = shortcutsOf(command);
		if (keys.length === 0) return [];
		return {
			does: command.label,
			keys: keys.map((one) => showShortcut(one, mac)),
			where: command.sharesKeys,
			keywords: command.keywords,
		};
	});
}

function rowOfKey({ keys, does, typed }: TextKey, mac: boolean): ShortcutRow {
	return { does, keys: typed === undefined ? keys.map((one) => showShortcut(one, mac)) : [typed], keywords: [] };
}
