import { Quote as QuoteIcon } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { insertQuote } from './insert-quote.ts';
import { Attribution, Quote, QuoteText } from './quote.ts';

/** With the two lines that a pull quote has as well. */
export const quote: EditorBlock = {
	extensions: () => [Quote, QuoteText, Attribution],
	actions: [
		{
			id: 'quote',
			label: 'Quote',
			icon: QuoteIcon,
			at: ['kind', 'button', 'handle'],
			run: (editor) => insertQuote(editor, 'quote'),
		},
	],
	placeholders: { quoteText: 'What was said', attribution: 'Who said it' },
};
