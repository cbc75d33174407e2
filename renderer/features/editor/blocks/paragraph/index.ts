import { Pilcrow } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';

/** The node itself is one of the kit's. */
export const paragraph: EditorBlock = {
	extensions: () => [],
	actions: [
		{
			id: 'paragraph',
			label: 'Paragraph',
			icon: Pilcrow,
			shortcut: 'Mod+Alt+0',
			at: ['kind', 'handle'],
			run: (editor) => editor.chain().focus().setNode('paragraph').run(),
		},
	],
};
