import { escapeAttribute, escapeText } from '#shared/model/inline-html.ts';
import type { OdtStyles } from './odt-styles.ts';
import { named, wordsOf, type XmlElement } from './xml-tree.ts';

/** Cells and rows that are repeated more often than this are empty ones that fill the sheet. */
const mostRepeated = 100;

/** What an OpenDocument text says, as HTML; `pictures` has its pictures as data addresses, by their paths. */
export function odtHtml(content: XmlElement, styles: OdtStyles, pictures: ReadonlyMap<string, string>): string {
	const notes: string[] = [];

	const all = (element: XmlElement, list: List | null = null): string =>
		element.children.map((child) => (typeof child === 'string' ? escapeText(child) : one(child, list))).join('');

	const one = (element: XmlElement, list: List | null): string => {
		const { name, attributes } = element;
		switch (name) {
			case 'text:h':
				return heading(element);
			case 'text:p':
				return paragraph(element);
			case 'text:span':
				return `<span style="${styles.css(attributes['text:style-name'])}">${all(element)}</span>`;
			case 'text:a':
				return `<a href="${escapeAttribute(attributes['xlink:href'] ?? '')}">${all(element)}</a>`;
			case 'text:s':
				return ' ';
			case 'text:tab':
				return '\t';
			case 'text:line-break':
				return '<br>';
			case 'text:list':
				return listOf(element, list);
			case 'text:list-item':
			case 'text:list-header':
				return `<li>${all(element, list)}</li>`;
			case 'text:note':
				return note(element);
			case 'table:table':
				return `<table>${all(element)}</table>`;
			case 'table:table-header-rows':
				return all(element).replaceAll('<td', '<th').replaceAll('</td', '</th');
			case 'table:table-row':
				return repeated(attributes['table:number-rows-repeated'], `<tr>${all(element)}</tr>`);
			case 'table:table-cell':
			case 'table:covered-table-cell':
				return repeated(attributes['table:number-columns-repeated'], `<td>${all(element)}</td>`);
			case 'draw:frame':
				return frame(element);
			case 'office:annotation':
				return '<a class="msocomanchor"></a>';
			case 'office:annotation-end':
			case 'text:tracked-changes':
			case 'text:table-of-content':
			case 'text:sequence-decls':
			case 'office:forms':
				return '';
			default:
				return all(element, list);
		}
	};

	const heading = (element: XmlElement) => {
		const level = Math.min(Math.max(Number(element.attributes['text:outline-level']) || 1, 1), 6);
		return `<h${level}>${all(element)}</h${level}>`;
	};

	const paragraph = (element: XmlElement) => {
		const style = element.attributes['text:style-name'];
		const names = styles.names(style).map((name) => name.toLowerCase());
		const is = (name: string) => names.includes(name);
		const words = all(element);
		if (is('title')) return `<h1>${words}</h1>`;
		if (is('subtitle')) return `<p class="subtitle">${words}</p>`;
		if (is('quotations') || is('quote')) return `<blockquote><p>${words}</p></blockquote>`;
		return `<p style="${styles.css(style)}">${words}</p>`;
	};

	const listOf = (element: XmlElement, outer: List | null) => {
		const style = element.attributes['text:style-name'] ?? outer?.style;
		const inner = { style, level: (outer?.level ?? 0) + 1 };
		const tag = styles.isNumbered(style, inner.level) ? 'ol' : 'ul';
		return `<${tag}>${all(element, inner)}</${tag}>`;
	};

	const note = (element: XmlElement) => {
		const [citation] = named(element, 'text:note-citation');
		const [body] = named(element, 'text:note-body');
		const sign = `<sup>${escapeText(citation ? wordsOf(citation) : '')}</sup>`;
		// A note stands below the text, with its number before its first word.
		if (body) notes.push(all(body).replace(/<p[^>]*>/, (open) => `${open}${sign} `));
		return sign;
	};

	const frame = (element: XmlElement) => {
		const [image] = element.children.filter((child) => typeof child !== 'string' && child.name === 'draw:image');
		if (typeof image !== 'object') return all(element);
		const [description] = [...named(element, 'svg:desc'), ...named(element, 'svg:title')];
		const path = image.attributes['xlink:href'] ?? '';
		const alt = description ? wordsOf(description) : '';
		return `<img src="${escapeAttribute(pictures.get(path) ?? path)}" alt="${escapeAttribute(alt)}">`;
	};

	const [text] = named(content, 'office:text');
	const html = text ? all(text) : '';
	return `${html}${notes.join('')}`;
}

/** The list that an item stands in. */
interface List {
	readonly style: string | undefined;
	readonly level: number;
}

function repeated(times: string | undefined, html: string): string {
	const count = Number(times ?? 1);
	return html.repeat(count >= 1 && count <= mostRepeated ? count : 1);
}
