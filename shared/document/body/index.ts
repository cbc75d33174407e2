export { blockToNode, nodeToBlock } from '../blocks/index.ts';
export { keyPointsOf, keyPointToNode } from '../blocks/key-points.ts';
export { articleToDocument } from './article-to-document.ts';
export type { StoryAttributes, StoryFields } from './document-json.ts';
export {
	type ArticleBase,
	assembleArticle,
	documentToArticle,
	isUnwritten,
} from './document-to-article.ts';
export { emptyArticle } from './empty-article.ts';
export { plainTextOf } from './inline-content.ts';
