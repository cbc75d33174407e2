import type { Editor, Extensions } from '@tiptap/core';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { MediaOptions } from '../extensions/media/media-options.ts';

/** Where an action is offered: as a kind of text, as a button, under "More blocks", or beside a block. */
export type ActionPlace = 'kind' | 'button' | 'more' | 'handle';

/** What an action may ask of the desk around the editor. */
export interface InsertTools {
	/** Lets the editor choose pictures and puts them in where the cursor is. */
	choosePictures(asGallery: boolean): void;
}

/** Something that puts a block into the story, or makes the text with the cursor one. */
export interface BlockAction {
	readonly id: string;
	readonly label: string;
	readonly icon: LucideIcon;
	/** As keymaps write it: `Mod+Alt+2`. */
	readonly shortcut?: string;
	readonly at: readonly ActionPlace[];
	/** What asks for more before the block is put in; then `run` is not called. */
	readonly Dialog?: ComponentType<{ readonly editor: Editor; readonly onClose: () => void }>;
	/** Beside a block there are no tools. */
	run?(editor: Editor, tools?: InsertTools): void;
}

/** All that the editor knows of one type of block. */
export interface EditorBlock {
	/** Its nodes and what goes with them. */
	extensions(media: MediaOptions): Extensions;
	readonly actions: readonly BlockAction[];
	/** What stands in its empty lines, by the names of their nodes. */
	readonly placeholders?: Readonly<Record<string, string>>;
}
