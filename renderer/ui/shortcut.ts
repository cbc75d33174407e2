/** The parts of a keyboard event that a shortcut is held against. */
export type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const arrows = { ArrowRight: '→', ArrowLeft: '←', ArrowUp: '↑', ArrowDown: '↓' };
const keyNames = { PageUp: 'Page Up', PageDown: 'Page Down' };
const symbols: Readonly<Record<string, string>> = { ...arrows, ...keyNames, Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const names: Readonly<Record<string, string>> = { ...arrows, ...keyNames, Mod: 'Ctrl' };

/** Whether these keys are that shortcut, such as `Mod+Shift+E`. */
export function matchesShortcut(shortcut: string, keys: Keys, mac: boolean): boolean {
	const parts = shortcut.split('+');
	const wanted = parts.at(-1) ?? '';
	const mod = mac ? keys.metaKey : keys.ctrlKey;
	const otherMod = mac ? keys.ctrlKey : keys.metaKey;
	if (otherMod || mod !== parts.includes('Mod')) return false;
	if (keys.altKey !== parts.includes('Alt')) return false;
	// A slash needs Shift on many keyboards.
	const isSlash = wanted === '/' && keys.key === '/';
	if (keys.shiftKey !== parts.includes('Shift') && !isSlash) return false;
	if (keys.key.toLowerCase() === wanted.toLowerCase()) return true;
	// ⌥ on a Mac makes other letters, so there the key's place counts. Elsewhere Ctrl+Alt may be AltGr, which types.
	return mac && keys.altKey && keys.code === `Key${wanted}`;
}

/** A shortcut as it is shown: `Ctrl+Shift+E`, or `⇧⌘E` on a Mac. */
export function showShortcut(shortcut: string, mac: boolean): string {
	const parts = shortcut.split('+');
	if (!mac) return parts.map((part) => names[part] ?? part).join('+');
	const order = ['Ctrl', 'Alt', 'Shift', 'Mod'];
	const modifiers = order.filter((part) => parts.includes(part));
	return [...modifiers, parts.at(-1) ?? ''].map((part) => symbols[part] ?? part).join('');
}

/** A shortcut as `aria-keyshortcuts` writes it: `Control+Shift+E`, or `Meta+Shift+E` on a Mac. */
export function ariaShortcut(shortcut: string, mac: boolean): string {
	return shortcut.replace('Mod', mac ? 'Meta' : 'Control');
}
