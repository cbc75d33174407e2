import { type Handler, Parser } from 'htmlparser2';

/** An element of a document that was read. Nothing of it is on a page: no style applies, and nothing is loaded. */
export interface HtmlElement {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

/** A document's elements, and the rules of its own style sheets. */
export interface HtmlTree {
	readonly root: HtmlElement;
	readonly styleSheet: string;
	/** The document's own title; empty without one. */
	readonly title: string;
}

/** Elements that stand deeper in one another than this are read as if they stood side by side. */
const deepest = 200;
/** The parser takes ever longer the more elements are open, so after so many it begins anew with what is left. */
const mostOpen = 2000;
/** So many characters of style sheets are read; Word writes about 30,000. */
const longestStyleSheet = 200_000;

/** Reads any HTML into a tree. Scripts, templates and comments are not in it. */
export function readTree(untrustedHtml: string): HtmlTree {
	const tree = new TreeBuilder();
	let rest = untrustedHtml;
	while (rest !== '') {
		const parser = new Parser(tree, { decodeEntities: true });
		parser.write(rest);
		if (!tree.beginsAnew()) {
			parser.end();
			break;
		}
		rest = rest.slice(parser.endIndex + 1);
	}
	return { root: tree.root, styleSheet: tree.styleSheet, title: tree.title.trim() };
}

class TreeBuilder implements Partial<Handler> {
	readonly root: HtmlElement = { tag: '', attributes: {}, children: [] };
	styleSheet = '';
	title = '';
	private readonly open: HtmlElement[] = [this.root];
	/** How many elements are open beyond the deepest; they have no place of their own. */
	private tooDeep = 0;
	private silent: { readonly tag: string; depth: number } | null = null;
	private parser: Parser | null = null;

	onparserinit(parser: Parser): void {
		this.parser = parser;
	}

	/** Whether the parser was stopped because too much was open, so that another one has to go on. */
	beginsAnew(): boolean {
		const wasStopped = this.tooDeep > mostOpen;
		if (wasStopped) this.tooDeep = 0;
		return wasStopped;
	}

	onopentag(tag: string, attributes: Record<string, string>): void {
		if (this.silent) {
			if (tag === this.silent.tag) this.silent.depth += 1;
		} else if (silentTags.has(tag)) {
			this.silent = { tag, depth: 1 };
		} else if (this.open.length > deepest) {
			this.tooDeep += 1;
			if (this.tooDeep > mostOpen) this.parser?.pause();
		} else {
			const element = { tag, attributes, children: [] };
			this.open.at(-1)?.children.push(element);
			this.open.push(element);
		}
	}

	ontext(text: string): void {
		if (this.silent?.tag === 'style') {
			if (this.styleSheet.length < longestStyleSheet) this.styleSheet += text;
		} else if (this.silent?.tag === 'title') {
			this.title += text;
		} else if (!this.silent) {
			const siblings = this.open.at(-1)?.children ?? this.root.children;
			const last = siblings.at(-1);
			if (typeof last === 'string') siblings[siblings.length - 1] = last + text;
			else siblings.push(text);
		}
	}

	onclosetag(tag: string): void {
		if (this.silent) {
			if (tag === this.silent.tag) this.silent.depth -= 1;
			if (this.silent.depth === 0) this.silent = null;
		} else if (this.tooDeep > 0) {
			this.tooDeep -= 1;
		} else if (this.open.length > 1) {
			this.open.pop();
		}
	}
}

/** Elements of which nothing is for readers. */
const silentTags = new Set(['script', 'style', 'template', 'noscript', 'noframes', 'title', 'xml']);

/** The elements inside another one, itself left out, in the order of the document. */
export function* elementsIn(element: HtmlElement): Generator<HtmlElement> {
	for (const child of element.children) {
		if (typeof child === 'string') continue;
		yield child;
		yield* elementsIn(child);
	}
}

/** Whether one of the classes of an element is this one. */
export function hasClass(element: HtmlElement, name: RegExp): boolean {
	return (element.attributes.class ?? '').split(/\s+/).some((one) => name.test(one));
}

/** The words of an element, as they stand. */
export function textOf(node: HtmlNode): string {
	return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
