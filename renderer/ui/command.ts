import type { LucideIcon } from 'lucide-react';
import type { CommandWords } from '#shared/commands/desk-commands.ts';

/** One thing that an editor can do, from a button, a menu or the keyboard. */
export interface Command<Context> extends CommandWords {
	/** A name of its own, such as `story.new`. */
	readonly id: string;
	readonly icon: LucideIcon;
	/** Further keys that people know it by; they are not shown. */
	readonly otherShortcuts?: readonly string[];
	/** Why it cannot be done now, as a sentence; null when it can. */
	disabledReason(context: Context): string | null;
	/** Does it; call it only when nothing speaks against it. */
	run(context: Context): void | Promise<void>;
}

/** All keys of a command. */
export function shortcutsOf({
	shortcut,
	otherShortcuts = [],
}: Pick<Command<never>, 'shortcut' | 'otherShortcuts'>): readonly string[] {
	return shortcut === null ? otherShortcuts : [shortcut, ...otherShortcuts];
}
