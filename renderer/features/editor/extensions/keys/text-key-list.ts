/** Keys of the text that are no command's, and all that they do. */
export interface TextKey {
	readonly keys: readonly string[];
	readonly does: string;
	/** What is shown in place of the keys, where they are signs that are typed. */
	readonly typed?: string;
}

/** Keys that write, delete, select or go on in a text, as they do in every other program. */
export const textKeys: readonly TextKey[] = [
	{
		keys: ['Enter'],
		does: 'Next paragraph, list item or key point; from the headline to the standfirst, then to the body',
	},
	{ keys: ['Shift+Enter'], does: 'Break the line inside a paragraph, subhead, quote, list item or cell' },
	{ keys: ['Mod+Enter'], does: 'From the headline to the standfirst, then to the body' },
	{
		keys: ['Tab', 'Shift+Tab'],
		does: 'Put a list item deeper or less deep; go to the next or previous cell of a table, or into the fields of a selected picture',
	},
	{
		keys: ['ArrowUp', 'ArrowDown'],
		does: 'Leave a table above its first or below its last row, also where no text is',
	},
	{ keys: ['Backspace', 'Shift+Backspace', 'Delete'], does: 'Delete, or join with what stands before or after' },
	{ keys: ['Mod+Backspace', 'Mod+Delete'], does: 'Delete a word, or a selected table' },
	{ keys: ['Mod+A'], does: 'Select all of the field with the cursor, then all of the story' },
];

/** Those that macOS has in every text besides. */
export const macTextKeys: readonly TextKey[] = [
	{ keys: ['Ctrl+H', 'Alt+Backspace', 'Ctrl+Alt+Backspace'], does: 'Delete backwards' },
	{ keys: ['Ctrl+D', 'Alt+Delete'], does: 'Delete forwards' },
	{ keys: ['Ctrl+A', 'Ctrl+E'], does: 'Go to the beginning or the end of the line' },
];

/** What becomes something else while it is typed. */
export const typedSigns: readonly TextKey[] = [
	{ keys: [], typed: '/', does: 'Offer blocks' },
	{ keys: [], typed: '[[', does: 'Offer stories of the newsroom, to link to them' },
	{ keys: [], typed: '@', does: 'Offer people of the newsroom' },
	{ keys: [], typed: '## ', does: 'Subhead; with three or four signs a smaller one' },
	{ keys: [], typed: '- ', does: 'Bulleted list' },
	{ keys: [], typed: '1. ', does: 'Numbered list' },
	{ keys: [], typed: '> ', does: 'Quote' },
	{ keys: [], typed: '---', does: 'Divider' },
	{ keys: [], typed: '**bold**', does: 'Bold' },
	{ keys: [], typed: '*italic*', does: 'Italic' },
	{ keys: [], typed: '`code`', does: 'Code' },
	{ keys: [], typed: '~~struck~~', does: 'Strikethrough' },
	{ keys: [], typed: '" \' -- ...', does: 'Quotes, dashes and dots of the story’s language; Backspace takes one back' },
];
