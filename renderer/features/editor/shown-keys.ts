import { isMac } from '../../ui/platform.ts';
import { showShortcut } from '../../ui/shortcut.ts';

/** The keys of an action, such as `Mod+B`, as this computer's keyboard writes them. */
export function shownKeys(shortcut: string): string {
	return showShortcut(shortcut, isMac);
}
