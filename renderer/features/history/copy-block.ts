import { blockHtml, blockText } from '#shared/document/blocks/index.ts';
import type { Article } from '#shared/model/article.ts';
import type { Block } from '#shared/model/block.ts';
import { showToast } from '../../ui/overlays/toast.tsx';
import { copyText } from './copy-text.ts';

/** Puts a block of an earlier version on the clipboard, and says so. */
export function copyBlock(article: Article, block: Block): void {
	sayCopied(copyText(plainText(article, block), htmlOf(article, [block])));
}

/** Says whether something is on the clipboard. */
export function sayCopied(isCopied: boolean): void {
	showToast(isCopied ? 'Copied.' : 'It could not be copied.');
}

function plainText(article: Article, block: Block): string {
	if (block.type === 'keyPoints') return article.keyPoints.map((point) => point.text).join('\n');
	return blockText(block) || ('caption' in block ? block.caption : '');
}

/** Blocks as another program takes them. */
export function htmlOf(article: Article, blocks: readonly Block[]): string {
	// A picture by its file: its address in this window holds a key, which is for no other program.
	const mediaUrl = (media: string) => media;
	const { keyPoints, language } = article;
	return blocks.map((block) => blockHtml(block, { keyPoints, mediaUrl, language })).join('');
}
