import { elementsIn, type HtmlElement, hasClass, textOf } from './html-tree.ts';
import type { FlatItem } from './lists.ts';
import { points, type Style, type StyleSheet } from './style.ts';

/** The place in a list of a paragraph that Word wrote; null for one that is no item. */
export function wordItem(element: HtmlElement, style: Style, sheet: StyleSheet): Omit<FlatItem, 'html'> | null {
	const place = /\b(l\d+)\s+level(\d+)(?:\s+(\w+))?/.exec(style['mso-list'] ?? '');
	if (!place) return listParagraph(element, style);
	const [, list = '', level = '1', form = ''] = place;
	const marker = markerOf(element);
	const ordered = sheet.numbered.get(`${list} ${level}`) ?? isNumber(marker);
	const number = /^\(?(\d{1,7})[.)]/.exec(marker)?.[1];
	const item = { level: Math.min(Number(level) || 1, 20), ordered, list: `${list} ${form}` };
	return number === undefined ? item : { ...item, number: Number(number) };
}

/** The number or bullet that Word wrote for programs that know no lists. */
function markerOf(element: HtmlElement): string {
	for (const one of elementsIn(element)) {
		if (/mso-list:\s*ignore/i.test(one.attributes.style ?? '')) return one.children.map(textOf).join('').trim();
	}
	return '';
}

const isNumber = (marker: string) => /^\(?(?:\d+|[a-z]{1,5})[.)]/i.test(marker);

/** A paragraph of Word's list style that lost its list on the way, with its bullet as text. */
function listParagraph(element: HtmlElement, style: Style): Omit<FlatItem, 'html'> | null {
	if (!hasClass(element, /^MsoListParagraph/)) return null;
	const bullet = /^\s*[·•o§▪–-][\s\u00a0]{2,}/.exec(element.children.map(textOf).join(''));
	if (!bullet) return null;
	removeStart(element, bullet[0].trim().length);
	const level = Math.round((points(style['margin-left']) ?? 36) / 36);
	return { level: Math.min(Math.max(level, 1), 20), ordered: false, list: 'paragraphs' };
}

/** Takes so many characters from the beginning of an element's words. */
function removeStart(element: HtmlElement, count: number): number {
	let left = count;
	for (const [index, child] of element.children.entries()) {
		if (left === 0) break;
		if (typeof child !== 'string') left = removeStart(child, left);
		else {
			const trimmed = child.trimStart();
			element.children[index] = trimmed.slice(left);
			left -= Math.min(left, trimmed.length);
		}
	}
	return left;
}
