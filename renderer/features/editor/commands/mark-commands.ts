import type { Editor } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Bold, Code, Italic, Link, type LucideIcon, Strikethrough, Subscript, Superscript } from 'lucide-react';
import { toolsOf, whenNotShown } from './story-tools.ts';
import { type TextCommand, textCommand } from './text-command.ts';

/** A command that sets words off, by the name of its mark. */
export interface MarkCommand extends TextCommand {
	readonly mark: string;
}

/** Whether the text at a place can hold marks; a headline cannot. */
export function takesMarks({ parent }: ResolvedPos): boolean {
	const { link } = parent.type.schema.marks;
	return link !== undefined && parent.inlineContent && parent.type.allowsMarkType(link);
}

const whenPlain = ({ state }: Editor) =>
	takesMarks(state.selection.$from) ? null : 'Here the text stays plain, as in a headline.';

const toggle = (
	mark: string,
	label: string,
	icon: LucideIcon,
	shortcut: string,
	keywords: readonly string[],
): MarkCommand => ({
	mark,
	...textCommand({
		id: `mark.${mark}`,
		label,
		icon,
		shortcut,
		keywords,
		at: ['mark'],
		disabledReason: whenPlain,
		run: (editor) => void editor.chain().focus().toggleMark(mark).run(),
	}),
});

const link: MarkCommand = {
	mark: 'link',
	...textCommand({
		id: 'mark.link',
		label: 'Link',
		icon: Link,
		// As everywhere; without words to link it opens the palette, as everywhere too.
		shortcut: 'Mod+K',
		sharesKeys: 'With words of the text selected, or in a link',
		keywords: ['address', 'URL', 'web page'],
		at: ['mark'],
		disabledReason: (editor) =>
			whenPlain(editor) ??
			(editor.state.selection.empty && !editor.isActive('link')
				? 'Select the words to link first.'
				: whenNotShown(editor)),
		run: (editor) => {
			if (editor.state.selection.empty) editor.commands.extendMarkRange('link');
			toolsOf(editor)?.askForLink();
		},
	}),
};

/** The commands that set words off, in the order of their menu. */
export const markCommands: readonly MarkCommand[] = [
	toggle('bold', 'Bold', Bold, 'Mod+B', ['strong', 'weight']),
	toggle('italic', 'Italic', Italic, 'Mod+I', ['emphasis', 'slanted']),
	link,
	toggle('strike', 'Strikethrough', Strikethrough, 'Mod+Shift+X', ['cross out', 'delete']),
	toggle('code', 'Code', Code, 'Mod+E', ['monospace', 'computer']),
	toggle('sup', 'Superscript', Superscript, 'Mod+.', ['raised', 'exponent']),
	toggle('sub', 'Subscript', Subscript, 'Mod+Shift+.', ['lowered', 'index']),
];
