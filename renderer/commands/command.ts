import type { CommandDesk } from './command-desk.ts';

/** What a command works on. */
export interface CommandContext {
	readonly workspace: CommandDesk;
}

/** One thing that an editor can do, from a button, a menu or the keyboard. */
export interface Command {
	/** The name that menus of the host use, such as `story.new`. */
	readonly id: string;
	readonly label: string;
	/** Other words that somebody may look for. */
	readonly keywords: readonly string[];
	/** Keys joined by `+`; `Mod` is ⌘ on a Mac and Ctrl elsewhere. Null when it has none. */
	readonly shortcut: string | null;
	enabled(context: CommandContext): boolean;
	run(context: CommandContext): void | Promise<void>;
}
