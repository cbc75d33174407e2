import type { Article } from '../model/article.ts';
import { blockText, blockWordCount, readBlockText } from './block-text.ts';
import { countWords } from './word-count.ts';

/** The body as plain text with an empty line between blocks; the key points stand where their box stands. */
export function articleText(article: Article): string {
	return article.body
		.map((block) =>
			block.type === 'keyPoints' ? article.keyPoints.map((point) => point.text).join('\n') : blockText(block),
		)
		.filter((text) => text.trim() !== '')
		.join('\n\n');
}

/** Both the text and the word count of a story that is read once; nothing of it is kept. */
export function readArticleText(article: Article): { readonly text: string; readonly wordCount: number } {
	let text = '';
	let wordCount = 0;
	for (const block of article.body) {
		const own =
			block.type === 'keyPoints' ? article.keyPoints.map((point) => point.text).join('\n') : readBlockText(block);
		if (own.trim() === '') continue;
		wordCount += countWords(own);
		text = text === '' ? own : `${text}\n\n${own}`;
	}
	return { text, wordCount };
}

/** How many words the body has, with the key points where their box is placed; cached block by block. */
export function articleWordCount(article: Article): number {
	let count = 0;
	for (const block of article.body) {
		if (block.type !== 'keyPoints') count += blockWordCount(block);
		else for (const point of article.keyPoints) count += countWords(point.text);
	}
	return count;
}
