import type { KeyPoint } from '../../model/article.ts';
import { escapeAttribute, escapeText } from '../../model/inline-html.ts';
import { plainContent, plainTextOf } from '../body/inline-content.ts';
import type { LineJson, NodeJson } from '../body/node-json.ts';
import { pageWords } from '../page/words/index.ts';
import { type BlockModule, type BlockOf, plainBlock } from './block-module.ts';

export type KeyPointJson = NodeJson<'keyPoint'> & LineJson<'keyPoint'>;
export type KeyPointsJson = NodeJson<'keyPoints'> & { readonly content?: readonly KeyPointJson[] | undefined };

/** The box of the story's key points; the points themselves are a field of the story. */
export const keyPoints: BlockModule<BlockOf<'keyPoints'>, KeyPointsJson> = {
	...plainBlock,
	label: 'Key points box',
	nodes: ['keyPoints'],
	parts: {},
	toNode: ({ id }, points) =>
		points.length === 0
			? { type: 'keyPoints', attrs: { id } }
			: { type: 'keyPoints', attrs: { id }, content: points.map(keyPointToNode) },
	toBlock: (_node, id) => ({ id, type: 'keyPoints' }),
	toHtml: (_block, name, context) => {
		const label = pageWords(context.language).keyPoints;
		const points = context.keyPoints.filter((point) => point.text.trim() !== '');
		const items = points.map((point) => `<li>${escapeText(point.text)}</li>`).join('');
		return `<aside class="g-key-points" aria-label="${escapeAttribute(label)}" ${name}><p class="g-box-title">${escapeText(label)}</p>${items === '' ? '' : `<ul>${items}</ul>`}</aside>`;
	},
	beginning: () => 'Key points',
	publish: ({ id, type }) => ({ id, type }),
};

/** The editor's node for one key point. */
export function keyPointToNode(point: KeyPoint): KeyPointJson {
	return { type: 'keyPoint', attrs: { id: point.id }, ...plainContent(point.text) };
}

/** The key points in a box; a point that has no id yet is named after its place. */
export function keyPointsOf(box: KeyPointsJson): KeyPoint[] {
	return (box.content ?? []).map((point, index) => ({
		id: point.attrs.id ?? `k${index + 1}`,
		text: plainTextOf(point.content),
	}));
}
