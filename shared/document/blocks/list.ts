import type { ListBody, ListItem } from '../../model/block.ts';
import { inlineText, type SafeHtml } from '../../model/inline-html.ts';
import { toLine } from '../../model/text.ts';
import { inlineContent, inlineHtmlOf } from '../body/inline-content.ts';
import type { NodeJson } from '../body/node-json.ts';
import { mergeList } from '../merge/merge-list.ts';
import { mergeInline } from '../merge/merge-text.ts';
import { collided, mergeNullable, mergeRecord, mergeValue, type Outcome, type Versions } from '../merge/outcome.ts';
import { inline } from '../page/markup.ts';
import { type BlockModule, type BlockOf, type Line, plainBlock } from './block-module.ts';
import type { ParagraphJson } from './paragraph.ts';

interface ListItemJson {
	readonly type: 'listItem';
	readonly content: readonly (ParagraphJson | ListJson)[];
}
export type ListJson = NodeJson<'bulletList' | 'orderedList'> & { readonly content: readonly ListItemJson[] };

export const list: BlockModule<BlockOf<'list'>, ListJson> = {
	...plainBlock,
	label: 'List',
	nodes: ['bulletList', 'orderedList'],
	parts: {
		ordered: {
			kind: 'value',
			label: 'Kind of list',
			words: (ordered) => (ordered ? 'Numbered' : 'Bulleted'),
		},
		items: {
			kind: 'entries',
			label: 'Items',
			look: 'list',
			format: 'inline',
			lines: (items) => itemLines(items, 0, null),
			edit: editItems,
			merge: mergeItems,
		},
	},
	toNode: (block) => listToNode(block, block.id),
	toBlock: (node, id) => ({ id, type: 'list', ...nodeToList(node) }),
	toHtml: (block, name) => listHtml(block, ` ${name}`),
	text: (block) => itemLines(block.items, 0, null).map(textOfLine).join('\n'),
	beginning: ({ items }) => toLine(inlineText(items[0]?.html ?? '')),
	inlineParts: ({ items }) => itemLines(items, 0, null).flatMap(({ texts }) => texts),
	publish: ({ id, type, ordered, items }) => ({ id, type, ...publishList({ ordered, items }) }),
};

function textOfLine({ texts }: Line): string {
	return texts.map(inlineText).join('');
}

function itemLines(items: readonly ListItem[], depth: number, ordered: boolean | null): Line[] {
	return items.flatMap((item) => [
		{ depth, ordered, texts: [item.html] },
		...(item.children === null ? [] : itemLines(item.children.items, depth + 1, item.children.ordered)),
	]);
}

function editItems(items: readonly ListItem[], edit: (text: string) => string): ListItem[] {
	return items.map(({ html, children }) => ({
		html: edit(html),
		children: children && { ordered: children.ordered, items: editItems(children.items, edit) },
	}));
}

function listToNode(body: ListBody, id: string | null): ListJson {
	return {
		type: body.ordered ? 'orderedList' : 'bulletList',
		attrs: { id },
		content: body.items.map((item) => ({
			type: 'listItem',
			content: [
				{ type: 'paragraph', attrs: { id: null }, ...inlineContent(item.html) },
				...(item.children === null ? [] : [listToNode(item.children, null)]),
			],
		})),
	};
}

function nodeToList(node: ListJson): ListBody {
	return { ordered: node.type === 'orderedList', items: node.content.map(nodeToItem) };
}

function nodeToItem(item: ListItemJson): ListItem {
	let html = '';
	let children: ListBody | null = null;
	for (const node of item.content) {
		if (node.type === 'paragraph') {
			html = inlineHtmlOf(node.content);
		} else {
			const nested = nodeToList(node);
			// Two lists under one item last only until the editor joins them; here they are one already.
			children =
				children === null ? nested : { ordered: children.ordered, items: [...children.items, ...nested.items] };
		}
	}
	return { html, children };
}

function listHtml(body: ListBody, attributes = ''): SafeHtml {
	const tag = body.ordered ? 'ol' : 'ul';
	const items = body.items.map(
		(item) => `<li>${inline(item.html)}${item.children ? listHtml(item.children) : ''}</li>`,
	);
	return `<${tag}${attributes}>${items.join('')}</${tag}>`;
}

function mergeItems(versions: Versions<ListItem[]>): Outcome<ListItem[]> {
	return mergeList(versions, (item) =>
		mergeRecord(item, { html: mergeInline, children: mergeNullable<ListBody>(mergeListBody) }),
	);
}

function mergeListBody(versions: Versions<ListBody>): Outcome<ListBody> {
	const merged = mergeRecord(versions, { ordered: mergeValue, items: mergeItems });
	const isEmpty = [merged.mine, merged.theirs, merged.both].some((body) => body.items.length === 0);
	return isEmpty ? collided(versions.mine, versions.theirs) : merged;
}

function publishList({ ordered, items }: ListBody): ListBody {
	return {
		ordered,
		items: items.map((item) => ({ html: item.html, children: item.children && publishList(item.children) })),
	};
}
