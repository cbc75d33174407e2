import { inlineText } from '../../model/inline-html.ts';
import { toLine } from '../../model/text.ts';
import { inlineContent, inlineHtmlOf, plainContent, plainTextOf } from '../body/inline-content.ts';
import type { LineJson, NodeJson } from '../body/node-json.ts';
import { caption, inline } from '../page/markup.ts';
import { plainBlock } from './block-module.ts';

export type QuotationJson<Type extends string> = NodeJson<Type> & {
	readonly content: readonly [LineJson<'quoteText'>, LineJson<'attribution'>];
};

interface Quotation {
	readonly html: string;
	readonly attribution: string;
}

/** What quotes and pull quotes have in common. */
export const quotation = {
	...plainBlock,
	parts: {
		html: { kind: 'inline', label: '' },
		attribution: { kind: 'line', label: 'By', isTyped: true },
	},
	text: ({ html, attribution }: Quotation) => [inlineText(html), attribution].filter((line) => line !== '').join('\n'),
	beginning: ({ html }: Quotation) => toLine(inlineText(html)),
	inlineParts: ({ html }: Quotation) => [html],
} as const;

/** The content of the editor's node. */
export function quotationContent({ html, attribution }: Quotation): QuotationJson<string>['content'] {
	return [
		{ type: 'quoteText', ...inlineContent(html) },
		{ type: 'attribution', ...plainContent(attribution) },
	];
}

/** The two texts in the editor's node. */
export function quotationOf({ content: [text, attribution] }: QuotationJson<string>): Quotation {
	return { html: inlineHtmlOf(text.content), attribution: plainTextOf(attribution.content) };
}

/** The figure on the page. */
export function quotationHtml({ html, attribution }: Quotation, className: string, name: string): string {
	return `<figure class="${className}" ${name}><blockquote><p>${inline(html)}</p></blockquote>${caption(attribution)}</figure>`;
}

/** Warns of a quotation that says nothing. */
export function emptyQuotation({ html }: Quotation, message: string) {
	return inlineText(html).trim() === '' ? [{ check: 'quote-empty' as const, message }] : [];
}
