import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readHtml } from '../html/read-html.ts';
import type { ReadStory } from '../read-story.ts';
import { readLines } from './read-lines.ts';

/** Lists and quotes in one another that nobody wrote; the parser takes ever longer the deeper they are. */
const nestedWithoutEnd = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){100}/m;

/**
 * Reads Markdown as GitHub writes it: CommonMark with tables, strikethrough, tasks, footnotes and bare addresses. HTML in it
 * is read as any HTML is.
 */
export function readMarkdown(untrustedMarkdown: string, { whole = false } = {}): ReadStory {
	if (nestedWithoutEnd.test(untrustedMarkdown)) return readLines(untrustedMarkdown);
	const html = micromark(untrustedMarkdown, {
		// The reader of HTML takes nothing over that could harm.
		allowDangerousHtml: true,
		allowDangerousProtocol: true,
		extensions: [gfm()],
		htmlExtensions: [gfmHtml()],
	});
	// A text without empty lines is not wrapped: each of its lines is a paragraph.
	const keepsBreaks = !/\n[ \t]*\n/.test(untrustedMarkdown);
	return readHtml(html, { whole, keepsBreaks });
}
