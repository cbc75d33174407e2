import { SquareCode } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { Embed } from './embed.ts';
import { EmbedDialog } from './embed-dialog.tsx';

export const embed: EditorBlock = {
	extensions: () => [Embed],
	actions: [{ id: 'embed', label: 'Embed', icon: SquareCode, at: ['more'], Dialog: EmbedDialog }],
};
