import type { KeyPoint } from '../../model/article.ts';
import type { Block, ListBody } from '../../model/block.ts';
import type { BlockJson, KeyPointJson, ListJson } from './document-json.ts';
import { inlineContent, plainContent } from './inline-content.ts';

/** The editor's node for one block; the key-points box takes the story's points into itself. */
export function blockToNode(block: Block, keyPoints: readonly KeyPoint[]): BlockJson {
	const { id } = block;
	switch (block.type) {
		case 'paragraph':
			return { type: 'paragraph', attrs: { id }, ...inlineContent(block.html) };
		case 'subhead':
			return { type: 'subhead', attrs: { id, level: block.level }, ...inlineContent(block.html) };
		case 'keyPoints':
			return keyPoints.length === 0
				? { type: 'keyPoints', attrs: { id } }
				: { type: 'keyPoints', attrs: { id }, content: keyPoints.map(keyPointToNode) };
		case 'quote':
		case 'pullquote':
			return {
				type: block.type,
				attrs: { id },
				content: [
					{ type: 'quoteText', ...inlineContent(block.html) },
					{ type: 'attribution', ...plainContent(block.attribution) },
				],
			};
		case 'list':
			return listToNode(block, id);
		case 'image': {
			const { media, alt, caption, credit, focus } = block;
			return { type: 'image', attrs: { id, media, alt, caption, credit, focus } };
		}
		case 'gallery':
			return { type: 'gallery', attrs: { id, images: block.images, caption: block.caption } };
		case 'embed':
			return { type: 'embed', attrs: { id, url: block.url, title: block.title, caption: block.caption } };
		case 'table':
			return {
				type: 'table',
				attrs: { id, headerRow: block.headerRow, caption: block.caption },
				content: block.rows.map((row) => ({
					type: 'tableRow',
					content: row.map((html) => ({ type: 'tableCell', ...inlineContent(html) })),
				})),
			};
		case 'divider':
			return { type: 'divider', attrs: { id } };
	}
}

/** The editor's node for one key point. */
export function keyPointToNode(point: KeyPoint): KeyPointJson {
	return { type: 'keyPoint', attrs: { id: point.id }, ...plainContent(point.text) };
}

function listToNode(list: ListBody, id: string | null): ListJson {
	return {
		type: list.ordered ? 'orderedList' : 'bulletList',
		attrs: { id },
		content: list.items.map((item) => ({
			type: 'listItem',
			content: [
				{ type: 'paragraph', attrs: { id: null }, ...inlineContent(item.html) },
				...(item.children === null ? [] : [listToNode(item.children, null)]),
			],
		})),
	};
}
