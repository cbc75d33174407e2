import { parse } from 'yaml';
import type { ReadStory } from '#shared/document/reading/read-story.ts';
import { readMarkdown } from '#shared/document/reading/text/read-markdown.ts';

/** More than anybody writes in one line of a story's head. */
const longest = 1000;

/** Reads a Markdown file; its front matter may name the headline and the standfirst, and is no text. */
export function readMarkdownFile(text: string): ReadStory {
	const matter = /^\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/s.exec(text);
	const read = readMarkdown(matter ? text.slice(matter[0].length) : text, { whole: true });
	const fields = matter ? fieldsOf(matter[1] ?? '') : {};
	const line = (...names: string[]) =>
		names.map((name) => fields[name]).find((value) => typeof value === 'string') ?? '';
	return {
		...read,
		headline: String(line('title', 'headline')).trim().slice(0, longest) || read.headline,
		standfirst:
			String(line('standfirst', 'subtitle', 'description', 'excerpt'))
				.trim()
				.slice(0, longest) || read.standfirst,
	};
}

function fieldsOf(yaml: string): Record<string, unknown> {
	try {
		const fields: unknown = parse(yaml, { maxAliasCount: 100, logLevel: 'silent' });
		return typeof fields === 'object' && fields !== null ? { ...fields } : {};
	} catch {
		return {}; // what does not parse names nothing
	}
}
