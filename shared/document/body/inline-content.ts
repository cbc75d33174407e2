import {
	type MarkName,
	makeRun,
	parseInlineHtml,
	type SafeHtml,
	serializeInlineHtml,
} from '../../model/inline-html.ts';
import { toLine } from '../../model/text.ts';
import type { BreakJson, MarkJson, TextJson } from './node-json.ts';

const typeOfMark = {
	a: 'link',
	strong: 'bold',
	em: 'italic',
	code: 'code',
	sub: 'sub',
	sup: 'sup',
	s: 'strike',
} as const satisfies Record<MarkName, MarkJson['type']>;

const markOfType: Readonly<Record<MarkJson['type'], MarkName>> = {
	link: 'a',
	bold: 'strong',
	italic: 'em',
	code: 'code',
	sub: 'sub',
	sup: 'sup',
	strike: 's',
};

type InlineJson = TextJson | BreakJson;
type Content = { readonly content?: readonly InlineJson[] };

/** The editor's nodes for inline HTML of any origin. */
export function inlineContent(untrustedHtml: string): Content {
	const nodes = parseInlineHtml(untrustedHtml).flatMap(({ text, marks: names, href }): InlineJson[] => {
		const marks = names.map((name) =>
			name === 'a' ? { type: typeOfMark.a, attrs: { href } } : { type: typeOfMark[name] },
		);
		const marked = marks.length === 0 ? {} : { marks };
		return text
			.split(/(\n)/)
			.filter((part) => part !== '')
			.map((part) => (part === '\n' ? { type: 'hardBreak', ...marked } : { type: 'text', text: part, ...marked }));
	});
	return nodes.length === 0 ? {} : { content: nodes };
}

/** Canonical inline HTML of the editor's nodes. */
export function inlineHtmlOf(content: readonly InlineJson[] | undefined): SafeHtml {
	if (content === undefined) return '';
	return serializeInlineHtml(
		content.map(({ marks = [], ...node }) =>
			makeRun(
				node.type === 'text' ? toLine(node.text) : '\n',
				marks.map((mark) => markOfType[mark.type]),
				marks.find((mark) => mark.type === 'link')?.attrs?.href,
			),
		),
	);
}

/** The editor's text node for a line of plain text. */
export function plainContent(text: string): Content {
	return text === '' ? {} : { content: [{ type: 'text', text }] };
}

/** The line of plain text of a node without marks. */
export function plainTextOf(content: readonly InlineJson[] | undefined): string {
	return toLine((content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join(''));
}
