import type { Editor } from '@tiptap/core';
import type { ComponentType } from 'react';
import type { PageDescription } from '#shared/contract/newsroom.ts';
import type { Result } from '#shared/failure.ts';
import type { GalleryPicture } from '#shared/model/block.ts';
import type { MenuGroup } from '../../../ui/overlays/menu.tsx';

/** What asks for more before a block is put in. */
export type AskingDialog = ComponentType<{ readonly editor: Editor; readonly onClose: () => void }>;

export interface AskedMenu {
	readonly label: string;
	readonly anchor: HTMLElement;
	readonly groups: readonly MenuGroup[];
	readonly onAction: (id: string) => void;
}

/** What a command may ask of the pane that shows the story. */
export interface StoryTools {
	/** Lets the editor choose one of the newsroom's pictures, or several, or add new ones from files, which may be several. */
	choosePictures(several: boolean, take: (pictures: readonly GalleryPicture[]) => void): void;
	ask(dialog: AskingDialog): void;
	/** Asks a page of the web for its title and picture. */
	describePage(url: string): Promise<Result<PageDescription>>;
	/** Lets the editor type the address of a link for the selected words. */
	askForLink(): void;
	/** Opens a menu at an element of the page. */
	openMenu(menu: AskedMenu): void;
	/** Opens the menu of the block with the cursor. */
	openBlockMenu(): void;
	/** Shows the bar that finds and replaces. */
	find(): void;
}

const offered = new WeakMap<Editor, StoryTools>();

/** Offers tools to the commands of a story while it is shown; returns the function that ends it. */
export function offerTools(editor: Editor, tools: StoryTools): () => void {
	offered.set(editor, tools);
	return () => {
		if (offered.get(editor) === tools) offered.delete(editor);
	};
}

/** The tools of the pane that shows a story; null while none does. */
export function toolsOf(editor: Editor): StoryTools | null {
	return offered.get(editor) ?? null;
}

/** Speaks against a command that needs those tools. */
export function whenNotShown(editor: Editor): string | null {
	return toolsOf(editor) === null ? 'The story is not shown.' : null;
}
