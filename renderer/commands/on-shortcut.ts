import { type Command, shortcutsOf } from '../ui/command.ts';
import { isMac } from '../ui/platform.ts';
import { matchesShortcut } from '../ui/shortcut.ts';

/** Hears the keys of these commands, wherever they are pressed; returns the function that ends it. */
export function onShortcut<One extends Command<never>>(
	commands: readonly One[],
	press: (command: One) => void,
): () => void {
	const onKeyDown = (event: KeyboardEvent) => {
		// What the story or a field has already answered is not ours.
		if (event.defaultPrevented || event.isComposing) return;
		const command = commands.find((one) => shortcutsOf(one).some((keys) => matchesShortcut(keys, event, isMac)));
		if (command === undefined) return;
		event.preventDefault();
		press(command);
	};
	window.addEventListener('keydown', onKeyDown);
	return () => window.removeEventListener('keydown', onKeyDown);
}
