import type { MenuItemConstructorOptions } from 'electron';
import {
	type CommandWords,
	type DeskCommandId,
	deskCommands,
	desktopMenus,
	menuLabel,
} from '#shared/commands/desk-commands.ts';

/** The part of a menu that runs commands of the renderer, its groups between lines. */
export function commandItems(
	menu: keyof typeof desktopMenus,
	run: (id: DeskCommandId) => void,
): MenuItemConstructorOptions[] {
	return desktopMenus[menu].flatMap((group, index) => [
		...(index === 0 ? [] : [{ type: 'separator' as const }]),
		...group.map((id) => commandItem(id, deskCommands[id], run)),
	]);
}

function commandItem(
	id: DeskCommandId,
	words: CommandWords,
	run: (id: DeskCommandId) => void,
): MenuItemConstructorOptions {
	const { shortcut } = words;
	return {
		id,
		label: menuLabel(words),
		// Only shown: the page hears the key, and knows a Ctrl+Alt+N from the letter that AltGr makes.
		...(shortcut === null ? {} : { accelerator: acceleratorOf(shortcut), registerAccelerator: false }),
		click: () => run(id),
	};
}

/** A shortcut as Electron writes it: `CmdOrCtrl+Alt+Right` for `Mod+Alt+ArrowRight`. */
export function acceleratorOf(shortcut: string): string {
	return shortcut.replace('Mod', 'CmdOrCtrl').replace('Arrow', '');
}
