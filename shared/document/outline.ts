import type { Article } from '../model/article.ts';
import { wordsOfBlock } from './article-text.ts';
import { blockText } from './blocks/index.ts';

/** A part of a story, from its subhead to the next one. */
export interface OutlinePart {
	/** The block of its subhead; null for what stands before the first. */
	readonly block: string | null;
	readonly text: string;
	/** 2 for a subhead, 3 and 4 for smaller ones, 1 for the beginning. */
	readonly level: number;
	/** The words under it, its own included. */
	readonly words: number;
}

/** The parts of a story in their order, with how long each is; the beginning is called by the headline. */
export function outlineOf(article: Article): readonly OutlinePart[] {
	const parts = [{ block: null as string | null, text: article.headline, level: 1, words: 0 }];
	for (const block of article.body) {
		if (block.type === 'subhead') parts.push({ block: block.id, text: blockText(block), level: block.level, words: 0 });
		const part = parts.at(-1);
		if (part !== undefined) part.words += wordsOfBlock(article, block);
	}
	return parts;
}
