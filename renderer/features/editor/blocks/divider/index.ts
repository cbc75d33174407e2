import { Minus } from 'lucide-react';
import { insertBlock } from '../../commands/insert-block.ts';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { Divider } from './divider.ts';

export const divider: EditorBlock = {
	extensions: () => [Divider],
	commands: [
		textCommand({
			id: 'block.divider',
			keywords: ['line', 'rule', 'break'],
			label: 'Divider',
			icon: Minus,
			at: ['more', 'handle'],
			run: (editor) => insertBlock(editor, editor.schema.nodeFromJSON({ type: 'divider' })),
		}),
	],
};
