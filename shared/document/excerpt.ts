import type { Article } from '../model/article.ts';
import { blockText } from './blocks/index.ts';

/** What a link to the story shows of it: the standfirst, or the beginning of the body where there is none. */
export function articleExcerpt(article: Article, longest = 200): string {
	if (article.standfirst.trim() !== '') return shorten(article.standfirst, longest);
	let text = '';
	for (const block of article.body) {
		if (block.type !== 'paragraph') continue;
		text = `${text} ${blockText(block)}`.trim();
		if (text.length > longest) break;
	}
	return shorten(text, longest);
}

/** A text of at most `longest` characters, cut between words with "…" behind it; never inside a letter. */
export function shorten(text: string, longest: number): string {
	// Most lines have single spaces only, and to look is quicker than to replace each.
	const line = (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
	if (line.length <= longest) return line;
	const letters = [...line];
	if (letters.length <= longest) return line;
	const cut = letters.slice(0, longest - 1).join('');
	const lastSpace = cut.lastIndexOf(' ');
	// A script without spaces is cut between letters.
	const kept = lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut;
	return `${kept.replace(/[\s,;:.–—-]+$/, '')}…`;
}
