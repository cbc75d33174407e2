import { inlineText } from '../../model/inline-html.ts';
import { toLine } from '../../model/text.ts';
import { inlineContent, inlineHtmlOf } from '../body/inline-content.ts';
import type { LineJson, NodeJson } from '../body/node-json.ts';
import { inline } from '../page/markup.ts';
import { type BlockModule, type BlockOf, plainBlock } from './block-module.ts';

export type SubheadJson = NodeJson<'subhead', { level: 2 | 3 | 4 }> & LineJson<'subhead'>;

export const subhead: BlockModule<BlockOf<'subhead'>, SubheadJson> = {
	...plainBlock,
	label: 'Subhead',
	nodes: ['subhead'],
	parts: { level: { kind: 'value', label: 'Level' }, html: { kind: 'inline', label: '' } },
	toNode: ({ id, level, html }) => ({ type: 'subhead', attrs: { id, level }, ...inlineContent(html) }),
	toBlock: (node, id) => ({ id, type: 'subhead', level: node.attrs.level, html: inlineHtmlOf(node.content) }),
	toHtml: ({ level, html }, name) => `<h${level} ${name}>${inline(html)}</h${level}>`,
	text: ({ html }) => inlineText(html),
	beginning: ({ html }) => toLine(inlineText(html)),
	inlineParts: ({ html }) => [html],
	check: ({ html }) =>
		inlineText(html).trim() === '' ? [{ check: 'subhead-empty', message: 'A subhead is empty' }] : [],
	publish: ({ id, type, level, html }) => ({ id, type, level, html }),
};
