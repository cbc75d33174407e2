import type { HtmlElement } from './html-tree.ts';

/** The few properties by which an office program says what a text is. */
const read = new Set([
	'font-weight',
	'font-style',
	'text-decoration',
	'text-decoration-line',
	'vertical-align',
	'display',
	'visibility',
	'white-space',
	'margin-left',
	'mso-list',
	'mso-hide',
	'mso-element',
	'mso-special-character',
]);

export type Style = Readonly<Record<string, string>>;

/** A document's own style sheets, as far as they say what its texts are. */
export interface StyleSheet {
	/** What a class or the class of a tag (`.s1`, `span.s1`) is given. */
	readonly rules: ReadonlyMap<string, Style>;
	/** Word's list levels that are numbered, as `l0 1`, and those that are not. */
	readonly numbered: ReadonlyMap<string, boolean>;
}

/** Reads the style sheets of a document. */
export function readStyleSheet(untrustedCss: string): StyleSheet {
	const rules = new Map<string, Style>();
	const numbered = new Map<string, boolean>();
	for (const rule of withoutComments(untrustedCss).split('}')) {
		// What stands before the last brace that opens is a media rule or the like around it.
		const brace = rule.lastIndexOf('{');
		const [selectors, body] = [
			rule.slice(rule.lastIndexOf('{', brace - 1) + 1, Math.max(0, brace)),
			rule.slice(brace + 1),
		];
		const list = /@list\s+(l\d+):level(\d+)/.exec(selectors);
		if (list) {
			numbered.set(`${list[1]} ${list[2]}`, !/mso-level-number-format:\s*(?:bullet|image)/i.test(body));
			continue;
		}
		const style = declarations(body);
		if (brace < 0 || Object.keys(style).length === 0) continue;
		for (const selector of selectors.split(',')) {
			const name = selector.trim();
			if (/^[a-z0-9]*\.[\w-]+$/i.test(name)) rules.set(name, { ...rules.get(name), ...style });
		}
	}
	return { rules, numbered };
}

/** Not by a pattern, which takes ever longer where comments begin and none ends. */
function withoutComments(css: string): string {
	const [first = '', ...rest] = css.replaceAll('<!--', ' ').replaceAll('-->', ' ').split('/*');
	return first + rest.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : '')).join(' ');
}

/** How an element is set: what its classes are given, then what it says itself. */
export function styleOf({ tag, attributes }: HtmlElement, { rules }: StyleSheet): Style {
	let style: Style = none;
	if (rules.size > 0 && attributes.class) {
		for (const name of attributes.class.split(/\s+/))
			style = { ...style, ...rules.get(`.${name}`), ...rules.get(`${tag}.${name}`) };
	}
	return attributes.style ? { ...style, ...declarations(attributes.style) } : style;
}

const none: Style = {};

function declarations(untrustedCss: string): Style {
	const style: Record<string, string> = {};
	for (const part of untrustedCss.split(';')) {
		const colon = part.indexOf(':');
		const name = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
		if (read.has(name))
			style[name] = part
				.slice(colon + 1)
				.trim()
				.toLowerCase();
	}
	return style;
}

/** Whether a reader of the document could not see what is set so. */
export function isHidden(element: HtmlElement, style: Style): boolean {
	return (
		'hidden' in element.attributes ||
		style.display === 'none' ||
		style.visibility === 'hidden' ||
		style['mso-hide'] === 'all' ||
		style['mso-element'] === 'comment-list' ||
		// Word writes the number or bullet of an item as text that HTML has to ignore.
		style['mso-list'] === 'ignore'
	);
}

/** A length in points; null for one that is not said so. */
export function points(length: string | undefined): number | null {
	const parsed = /^(-?[\d.]+)(pt|in|cm|px)$/.exec(length ?? '');
	if (!parsed) return null;
	const unit = { pt: 1, in: 72, cm: 28.35, px: 0.75 }[parsed[2] ?? ''] ?? 1;
	return Number(parsed[1]) * unit;
}
