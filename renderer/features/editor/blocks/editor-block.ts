import type { Extensions } from '@tiptap/core';
import type { TextCommand } from '../commands/text-command.ts';
import type { MediaOptions } from '../extensions/media/media-options.ts';

/** All that the editor knows of one type of block. */
export interface EditorBlock {
	/** Its nodes and what goes with them. */
	extensions(media: MediaOptions): Extensions;
	/** What puts it into the story, or makes the text with the cursor one; named `block.` and its node. */
	readonly commands: readonly TextCommand[];
	/** What stands in its empty lines, by the names of their nodes. */
	readonly placeholders?: Readonly<Record<string, string>>;
}
