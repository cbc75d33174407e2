import type { ListBody, ListItem } from '../../../model/block.ts';
import type { ElementReader } from './element-reader.ts';
import { headingLevel, isList } from './elements.ts';
import { elementsIn, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { putBelow, startOf } from './lists.ts';
import type { TextStyle } from './marks.ts';
import { piecesOf } from './story-writer.ts';

/** Lists that stand deeper in one another are read as one. */
const deepestList = 20;

/** Reads a list with those below its items; one that only sets cards side by side gives its content. */
export function readList(reader: ElementReader, element: HtmlElement, style: TextStyle): void {
	const { writer } = reader;
	const items = [...elementsIn(element)];
	if (items.some((one) => headingLevel(one) !== null || one.tag === 'table')) {
		// A list of a story has no heads.
		reader.readAll(element.children.flatMap(contentOfItem), style);
		writer.endParagraph();
	} else if (items.some((one) => one.tag === 'li' && one.attributes['data-aria-level'])) {
		readFlatList(reader, element, style);
	} else {
		const list = listOf(reader, element, style, 1);
		writer.addList({ ...list, start: list.ordered ? firstNumber(element) : 1 });
	}
}

/** Word on the web writes each item as a list of its own, and says how deep it is. */
function readFlatList(reader: ElementReader, element: HtmlElement, style: TextStyle): void {
	for (const list of [element, ...elementsIn(element)].filter(isList)) {
		for (const item of list.children) {
			if (typeof item === 'string' || item.tag !== 'li') continue;
			const level = Math.min(Math.max(Number(item.attributes['data-aria-level']) || 1, 1), deepestList);
			const ordered = list.tag === 'ol';
			const place = { level, ordered, list: item.attributes['data-listid'] ?? '', number: firstNumber(list) };
			reader.writer.addItem(place, reader.wordsOf([item], style, []));
		}
	}
	reader.writer.endParagraph();
}

function listOf(reader: ElementReader, element: HtmlElement, outer: TextStyle, depth: number): ListBody {
	const items: ListItem[] = [];
	const style = reader.styleIn(element, outer);
	for (const node of element.children) {
		// Some programs write a list below an item beside it.
		const lists = typeof node !== 'string' && isList(node) ? [node] : [];
		if (lists.length === 0) {
			for (const html of piecesOf(reader.wordsOf([node], style, lists))) items.push({ html, children: null });
		}
		for (const list of lists) {
			const nested = listOf(reader, list, style, depth + 1);
			if (nested.items.length === 0) continue;
			if (depth < deepestList) putBelow(items, nested);
			else items.push(...nested.items);
		}
	}
	return { ordered: element.tag === 'ol', items };
}

/** The number that a list begins with, by itself or by its first item. */
function firstNumber(list: HtmlElement): number {
	const item = list.children.find((child) => typeof child !== 'string' && child.tag === 'li');
	const number = typeof item === 'object' ? item.attributes.value : undefined;
	return startOf(Number(number ?? list.attributes.start ?? 1));
}

/** An item of what is no list for a story: its content, set apart from that of the next. */
function contentOfItem(node: HtmlNode): HtmlNode[] {
	return typeof node !== 'string' && node.tag === 'li' ? [{ ...node, tag: 'div' }] : [node];
}
