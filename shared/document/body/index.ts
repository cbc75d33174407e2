export { articleToDocument } from './article-to-document.ts';
export { blockToNode, keyPointToNode } from './block-to-node.ts';
export type {
	BlockJson,
	DocumentJson,
	KeyPointsJson,
	StoryAttributes,
	StoryFields,
	TextJson,
} from './document-json.ts';
export {
	type ArticleBase,
	assembleArticle,
	documentToArticle,
	isUnwritten,
	type StoryParts,
} from './document-to-article.ts';
export { emptyArticle } from './empty-article.ts';
export { inlineHtmlOf, plainTextOf } from './inline-content.ts';
export { keyPointsOf, nodeToBlock } from './node-to-block.ts';
