import { Quote as QuoteIcon } from 'lucide-react';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { insertQuote } from './insert-quote.ts';
import { Attribution, Quote, QuoteText } from './quote.ts';

/** With the two lines that a pull quote has as well. */
export const quote: EditorBlock = {
	extensions: () => [Quote, QuoteText, Attribution],
	commands: [
		textCommand({
			id: 'block.quote',
			keywords: ['citation', 'said', 'speaker'],
			label: 'Quote',
			icon: QuoteIcon,
			at: ['kind', 'button', 'handle'],
			run: (editor) => insertQuote(editor, 'quote'),
		}),
	],
	placeholders: { quoteText: 'What was said', attribution: 'Who said it' },
};
