import { Pilcrow } from 'lucide-react';
import { whenNoText } from '../../commands/kind-of-text.ts';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';

/** The node itself is one of the kit's. */
export const paragraph: EditorBlock = {
	extensions: () => [],
	commands: [
		textCommand({
			id: 'block.paragraph',
			keywords: ['text', 'plain'],
			label: 'Paragraph',
			icon: Pilcrow,
			shortcut: 'Mod+Alt+0',
			at: ['kind', 'handle'],
			disabledReason: whenNoText,
			run: (editor) => void editor.chain().focus().setNode('paragraph').run(),
		}),
	],
};
