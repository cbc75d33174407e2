import type { Article } from '../../model/article.ts';
import { blockText } from '../blocks/index.ts';
import { shorten } from '../excerpt.ts';

/** The end of a sentence, with what closes a quotation. */
const sentenceEnd = /[.!?…。！？؟]+["”’»)\]]*(?=\s|$)/gu;

/** A standfirst out of the first paragraph: as many of its sentences as there is room for; null without words. */
export function proposeStandfirst({ body }: Pick<Article, 'body'>, longest: number): string | null {
	const text = body
		.filter(({ type }) => type === 'paragraph')
		.map((block) => blockText(block).replace(/\s+/g, ' ').trim())
		.find((line) => line !== '');
	if (text === undefined) return null;
	const ends = [...text.matchAll(sentenceEnd)]
		.map(({ 0: end, index }) => index + end.length)
		.filter((end) => [...text.slice(0, end)].length <= longest);
	const last = ends.at(-1);
	return last === undefined ? shorten(text, longest) : text.slice(0, last);
}
