import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { countWords } from '../text/word-count.ts';
import { blockText } from './blocks/index.ts';
import { perBlock } from './per-block.ts';

/** The body as plain text with an empty line between blocks; the key points stand where their box stands. */
export function articleText(article: Article): string {
	return article.body
		.map((block) =>
			block.type === 'keyPoints' ? article.keyPoints.map((point) => point.text).join('\n') : blockText(block),
		)
		.filter((text) => text.trim() !== '')
		.join('\n\n');
}

/** How many words of running text a block has; captions are not counted. */
const blockWordCount = perBlock((block) => countWords(blockText(block)));

/** How many words the body has, with the key points where their box is placed. */
export function articleWordCount(article: Article): number {
	let count = 0;
	for (const block of article.body) count += wordsOfBlock(article, block);
	return count;
}

/** How many words of running text a block of a story has. */
export function wordsOfBlock({ keyPoints }: Article, block: Block): number {
	if (block.type !== 'keyPoints') return blockWordCount(block);
	return keyPoints.reduce((sum, point) => sum + countWords(point.text), 0);
}
