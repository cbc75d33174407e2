import { SquareCode } from 'lucide-react';
import { toolsOf, whenNotShown } from '../../commands/story-tools.ts';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { Embed } from './embed.ts';
import { EmbedDialog } from './embed-dialog.tsx';

export const embed: EditorBlock = {
	extensions: () => [Embed],
	commands: [
		textCommand({
			id: 'block.embed',
			keywords: ['video', 'post', 'frame', 'address'],
			label: 'Embed',
			icon: SquareCode,
			at: ['more'],
			disabledReason: whenNotShown,
			run: (editor) => toolsOf(editor)?.ask(EmbedDialog),
		}),
	],
};
