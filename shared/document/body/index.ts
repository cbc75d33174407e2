export { type BlockJson, blockToNode, nodeToBlock } from '../blocks/index.ts';
export { type KeyPointsJson, keyPointsOf, keyPointToNode } from '../blocks/key-points.ts';
export { articleToDocument } from './article-to-document.ts';
export type { DocumentJson, StoryAttributes, StoryFields } from './document-json.ts';
export {
	type ArticleBase,
	assembleArticle,
	documentToArticle,
	isUnwritten,
	type StoryParts,
} from './document-to-article.ts';
export { emptyArticle } from './empty-article.ts';
export { inlineHtmlOf, plainTextOf } from './inline-content.ts';
export type { TextJson } from './node-json.ts';
