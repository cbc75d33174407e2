import { escapeText } from '../../../model/inline-html.ts';
import { toLine } from '../../../model/text.ts';
import { StoryWriter } from '../html/story-writer.ts';
import type { ReadStory } from '../read-story.ts';
import { looksLikeMarkdown } from './looks-like-markdown.ts';
import { readLines } from './read-lines.ts';
import { readMarkdown } from './read-markdown.ts';

/** What a plain text is written as: rows of a spreadsheet with tabs between their cells, Markdown, or lines. */
export function kindOfText(text: string): 'table' | 'markdown' | 'lines' {
	if (cellsOf(text) !== null) return 'table';
	return looksLikeMarkdown(text) ? 'markdown' : 'lines';
}

/** Reads plain text as what it is written as; of lines each is a paragraph. */
export function readText(untrustedText: string, { whole = false } = {}): ReadStory {
	const text = untrustedText.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	const rows = cellsOf(text);
	if (rows) return cellStory(rows);
	return looksLikeMarkdown(text) ? readMarkdown(text, { whole }) : readLines(text);
}

/** The cells of what a spreadsheet writes as text; null for any other text. */
function cellsOf(text: string): string[][] | null {
	const lines = text.replace(/[\r\n]+$/, '').split(/\r\n?|\n/);
	const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
	const width = rows[0]?.length ?? 0;
	const isTable = lines.length > 1 && width > 1 && rows.every((row) => row.length === width);
	// Two columns of which one is empty are lines that somebody moved in.
	return isTable && !rows[0]?.includes('') ? rows : null;
}

function cellStory(rows: readonly string[][]): ReadStory {
	const writer = new StoryWriter();
	writer.addTable(
		false,
		rows.map((row) => row.map((cell) => escapeText(toLine(cell)))),
		'',
	);
	writer.end();
	return { headline: '', standfirst: '', blocks: writer.blocks, leftOut: {} };
}
