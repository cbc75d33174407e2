import type { BlockModule, BlockOf } from './block-module.ts';
import {
	emptyQuotation,
	type QuotationJson,
	quotation,
	quotationContent,
	quotationHtml,
	quotationOf,
} from './quotation.ts';

/** Somebody's words. */
export const quote: BlockModule<BlockOf<'quote'>, QuotationJson<'quote'>> = {
	...quotation,
	label: 'Quote',
	nodes: ['quote'],
	toNode: (block) => ({ type: 'quote', attrs: { id: block.id }, content: quotationContent(block) }),
	toBlock: (node, id) => ({ id, type: 'quote', ...quotationOf(node) }),
	toHtml: (block, name) => quotationHtml(block, 'g-quote', name),
	check: (block) => emptyQuotation(block, 'A quote is empty'),
	publish: ({ id, type, html, attribution }) => ({ id, type, html, attribution }),
};
