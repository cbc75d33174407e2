import { inlineText } from '../../model/inline-html.ts';
import { toLine } from '../../model/text.ts';
import { inlineContent, inlineHtmlOf } from '../body/inline-content.ts';
import type { LineJson, NodeJson } from '../body/node-json.ts';
import { inline } from '../page/markup.ts';
import { type BlockModule, type BlockOf, plainBlock } from './block-module.ts';

export type ParagraphJson = NodeJson<'paragraph'> & LineJson<'paragraph'>;

export const paragraph: BlockModule<BlockOf<'paragraph'>, ParagraphJson> = {
	...plainBlock,
	label: 'Paragraph',
	nodes: ['paragraph'],
	parts: { html: { kind: 'inline', label: '' } },
	toNode: ({ id, html }) => ({ type: 'paragraph', attrs: { id }, ...inlineContent(html) }),
	toBlock: (node, id) => ({ id, type: 'paragraph', html: inlineHtmlOf(node.content) }),
	toHtml: ({ html }, name) => `<p ${name}>${inline(html)}</p>`,
	text: ({ html }) => inlineText(html),
	beginning: ({ html }) => toLine(inlineText(html)),
	inlineParts: ({ html }) => [html],
	publish: ({ id, type, html }) => ({ id, type, html }),
};
