import {
	type MarkName,
	makeRun,
	parseInlineHtml,
	type SafeHtml,
	serializeInlineHtml,
} from '../../model/inline-html.ts';
import { toLine } from '../../model/text.ts';
import type { MarkJson, TextJson } from './node-json.ts';

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

type Content = { readonly content?: readonly TextJson[] };

/** The editor's text nodes for inline HTML of any origin. */
export function inlineContent(untrustedHtml: string): Content {
	const texts = parseInlineHtml(untrustedHtml).map(({ text, marks, href }): TextJson => {
		if (marks.length === 0) return { type: 'text', text };
		return {
			type: 'text',
			text,
			marks: marks.map((name) => (name === 'a' ? { type: typeOfMark.a, attrs: { href } } : { type: typeOfMark[name] })),
		};
	});
	return texts.length === 0 ? {} : { content: texts };
}

/** Canonical inline HTML of the editor's text nodes. */
export function inlineHtmlOf(content: readonly TextJson[] | undefined): SafeHtml {
	if (content === undefined) return '';
	return serializeInlineHtml(
		content.map(({ text, marks = [] }) =>
			makeRun(
				text,
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
export function plainTextOf(content: readonly TextJson[] | undefined): string {
	return toLine((content ?? []).map((node) => node.text).join(''));
}
