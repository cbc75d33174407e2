import type { BlockModule, BlockOf } from './block-module.ts';
import {
	emptyQuotation,
	type QuotationJson,
	quotation,
	quotationContent,
	quotationHtml,
	quotationOf,
} from './quotation.ts';

/** A line of the story itself, set large. */
export const pullquote: BlockModule<BlockOf<'pullquote'>, QuotationJson<'pullquote'>> = {
	...quotation,
	label: 'Pull quote',
	nodes: ['pullquote'],
	toNode: (block) => ({ type: 'pullquote', attrs: { id: block.id }, content: quotationContent(block) }),
	toBlock: (node, id) => ({ id, type: 'pullquote', ...quotationOf(node) }),
	toHtml: (block, name) => quotationHtml(block, 'g-pullquote', name),
	check: (block) => emptyQuotation(block, 'A pull quote is empty'),
	publish: ({ id, type, html, attribution }) => ({ id, type, html, attribution }),
};
