import { TextQuote } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { insertQuote } from '../quote/insert-quote.ts';
import { Pullquote } from '../quote/quote.ts';

export const pullquote: EditorBlock = {
	extensions: () => [Pullquote],
	actions: [
		{
			id: 'pullquote',
			label: 'Pull quote',
			icon: TextQuote,
			at: ['kind', 'more', 'handle'],
			run: (editor) => insertQuote(editor, 'pullquote'),
		},
	],
};
