import type { Editor } from '@tiptap/core';
import type { Command } from '../../../ui/command.ts';

/** Where a command is offered: as a kind of text, as a button, under "More blocks", beside a block, or over words. */
export type TextPlace = 'kind' | 'button' | 'more' | 'handle' | 'mark';

/** A command that works on the text of one story. */
export interface TextCommand extends Command<Editor> {
	readonly at: readonly TextPlace[];
	/** Where its keys are its own, such as "With words selected"; where it cannot be run they are those of the desk. */
	readonly sharesKeys?: string;
}

type Parts = Omit<TextCommand, 'shortcut' | 'at' | 'disabledReason'> &
	Partial<Pick<TextCommand, 'shortcut' | 'at' | 'disabledReason'>>;

/** A command that changes the text, so not in a story that can only be read; whatever else speaks against it comes after. */
export function textCommand({ shortcut = null, at = [], disabledReason = () => null, ...parts }: Parts): TextCommand {
	return {
		...parts,
		shortcut,
		at,
		disabledReason: (editor) => (editor.isEditable ? disabledReason(editor) : 'This story can only be read.'),
	};
}
