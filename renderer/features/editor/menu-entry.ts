import type { BlockAction } from './blocks/editor-block.ts';
import { shownKeys } from './shown-keys.ts';

/** An action as a menu shows it. */
export function menuEntry({ id, label, icon, shortcut }: BlockAction) {
	return { id, label, icon, shortcut: shortcut === undefined ? undefined : shownKeys(shortcut) };
}
