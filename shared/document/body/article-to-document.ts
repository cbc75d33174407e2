import type { Article } from '../../model/article.ts';
import { blockToNode } from '../blocks/index.ts';
import type { DocumentJson } from './document-json.ts';
import { plainContent } from './inline-content.ts';

/** The editor's document for a story; `documentToArticle` gives the same story back. */
export function articleToDocument(article: Article): DocumentJson {
	const { $schema: _schema, id: _id, headline, standfirst, keyPoints, body, ...fields } = article;
	const placed = body.some((block) => block.type === 'keyPoints');
	const blocks = body.map((block) => blockToNode(block, keyPoints));
	return {
		type: 'doc',
		attrs: { ...fields, unplacedKeyPoints: placed ? [] : keyPoints },
		content: [
			{ type: 'headline', ...plainContent(headline) },
			{ type: 'standfirst', ...plainContent(standfirst) },
			// A story without a body still needs a line to write on; without an id it is not a block yet.
			...(blocks.length === 0 ? [{ type: 'paragraph' as const, attrs: { id: null } }] : blocks),
		],
	};
}
