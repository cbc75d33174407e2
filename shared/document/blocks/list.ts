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
export type ListJson = NodeJson<'bulletList' | 'orderedList', { readonly start?: number }> & {
	readonly content: readonly ListItemJson[];
};

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
		start: { kind: 'value', label: 'First number' },
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
	toNode: (block) => {
		const node = listToNode(block, block.id);
		return { ...node, attrs: { ...node.attrs, start: block.start } };
	},
	toBlock: (node, id) => {
		const { ordered, items } = nodeToList(node);
		return { id, type: 'list', ordered, start: node.attrs.start ?? 1, items };
	},
	toHtml: (block, name) => listHtml(block, ` ${name}${isShown(block) ? ` start="${block.start}"` : ''}`),
	text: (block) => itemLines(block.items, 0, null).map(textOfLine).join('\n'),
	beginning: ({ items }) => toLine(inlineText(items[0]?.html ?? '')),
	inlineParts: ({ items }) => itemLines(items, 0, null).flatMap(({ texts }) => texts),
	publish: (block) => {
		const { id, type, start } = block;
		const { ordered, items } = publishList(block);
		return isShown(block) ? { id, type, ordered, start, items } : { id, type, ordered, items };
	},
};

/** Whether readers see that a list begins with another number than 1. */
function isShown({ ordered, start }: BlockOf<'list'>): boolean {
	return ordered && start !== 1;
}

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
