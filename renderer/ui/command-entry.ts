import { menuLabel } from '#shared/commands/desk-commands.ts';
import type { Command } from './command.ts';
import type { MenuEntry } from './overlays/menu.tsx';
import { isMac } from './platform.ts';
import { showShortcut } from './shortcut.ts';

/** The keys of a command as this computer's keyboard writes them; undefined when it has none. */
export function shownKeys({ shortcut }: Pick<Command<never>, 'shortcut'>): string | undefined {
	return shortcut === null ? undefined : showShortcut(shortcut, isMac);
}

/** A command as a menu shows it, with the reason when it cannot be done. */
export function commandEntry<Context>(command: Command<Context>, context: Context): MenuEntry {
	return {
		id: command.id,
		label: menuLabel(command),
		icon: command.icon,
		shortcut: shownKeys(command),
		disabledReason: command.disabledReason(context) ?? undefined,
	};
}
