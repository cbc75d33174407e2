import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readHtml } from '../html/read-html.ts';
import type { ReadStory } from '../read-story.ts';

/**
 * Reads Markdown as GitHub writes it: CommonMark with tables, strikethrough, tasks, footnotes and bare addresses. HTML in it
 * is read as any HTML is.
 */
export function readMarkdown(untrustedMarkdown: string, { whole = false } = {}): ReadStory {
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
