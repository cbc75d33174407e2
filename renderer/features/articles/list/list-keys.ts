/** What a key does in the list of stories. */
export type ListAct =
	| { readonly kind: 'move' | 'extend'; readonly to: number }
	| { readonly kind: 'open' | 'toggle' | 'all' | 'none' | 'trash' | 'menu' };

/** The parts of a key press that matter. */
export type KeyPress = Readonly<Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>>;

/** Reads a key press in a list; null when it is not the list's. */
export function listKey(
	{ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress,
	list: {
		/** The row of the keyboard; -1 for none. */
		readonly current: number;
		readonly count: number;
		/** How many rows a page down goes. */
		readonly page: number;
		/** Whether any story is chosen. */
		readonly isChoosing: boolean;
	},
): ListAct | null {
	const { current, count, page, isChoosing } = list;
	const moves: Readonly<Record<string, number>> = {
		ArrowDown: current + 1,
		ArrowUp: current - 1,
		Home: 0,
		End: count - 1,
		PageDown: current + page,
		PageUp: current - page,
	};
	if (altKey) return null;
	if (ctrlKey || metaKey) {
		if (shiftKey) return null;
		if (key === 'a') return { kind: 'all' };
		return key === ' ' && current >= 0 ? { kind: 'toggle' } : null;
	}
	const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
	if (to !== undefined)
		return count === 0 ? null : { kind: shiftKey ? 'extend' : 'move', to: Math.max(0, Math.min(count - 1, to)) };
	if (key === 'Escape') return isChoosing ? { kind: 'none' } : null;
	if (key === 'Delete' || key === 'Backspace') return { kind: 'trash' };
	if (current < 0) return null;
	if (key === 'Enter') return { kind: 'open' };
	if (key === ' ') return { kind: isChoosing || shiftKey ? 'toggle' : 'open' };
	return key === 'ContextMenu' || (key === 'F10' && shiftKey) ? { kind: 'menu' } : null;
}
