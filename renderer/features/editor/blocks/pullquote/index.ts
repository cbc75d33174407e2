import { TextQuote } from 'lucide-react';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { insertQuote } from '../quote/insert-quote.ts';
import { Pullquote } from '../quote/quote.ts';

export const pullquote: EditorBlock = {
	extensions: () => [Pullquote],
	commands: [
		textCommand({
			id: 'block.pullquote',
			keywords: ['large', 'highlight'],
			label: 'Pull quote',
			icon: TextQuote,
			at: ['kind', 'more', 'handle'],
			run: (editor) => insertQuote(editor, 'pullquote'),
		}),
	],
};
