import type { KeyPoint } from '../../model/article.ts';
import type { Block, ListBody } from '../../model/block.ts';
import { toLine } from '../../model/text.ts';
import type { BlockJson, KeyPointsJson, ListItemJson, ListJson, TableJson } from './document-json.ts';
import { inlineHtmlOf, plainTextOf } from './inline-content.ts';

/** The block that a node of the editor stands for; `id` is for a node that has none yet. */
export function nodeToBlock(node: BlockJson, freshId: string): Block {
	const id = node.attrs.id ?? freshId;
	switch (node.type) {
		case 'paragraph':
			return { id, type: 'paragraph', html: inlineHtmlOf(node.content) };
		case 'subhead':
			return { id, type: 'subhead', level: node.attrs.level, html: inlineHtmlOf(node.content) };
		case 'keyPoints':
			return { id, type: 'keyPoints' };
		case 'quote':
		case 'pullquote': {
			const [text, attribution] = node.content;
			return {
				id,
				type: node.type,
				html: inlineHtmlOf(text.content),
				attribution: plainTextOf(attribution.content),
			};
		}
		case 'bulletList':
		case 'orderedList':
			return { id, type: 'list', ...nodeToList(node) };
		case 'image': {
			const { media, alt, caption, credit, focus } = node.attrs;
			return { id, type: 'image', media, alt: toLine(alt), caption: toLine(caption), credit: toLine(credit), focus };
		}
		case 'gallery':
			return { id, type: 'gallery', images: [...node.attrs.images], caption: toLine(node.attrs.caption) };
		case 'embed': {
			const { url, title, caption } = node.attrs;
			return { id, type: 'embed', url, title: toLine(title), caption: toLine(caption) };
		}
		case 'table':
			return {
				id,
				type: 'table',
				headerRow: node.attrs.headerRow,
				rows: rowsOf(node),
				caption: toLine(node.attrs.caption),
			};
		case 'divider':
			return { id, type: 'divider' };
	}
}

/** The key points in a box; a point that has no id yet is named after its place. */
export function keyPointsOf(box: KeyPointsJson): KeyPoint[] {
	return (box.content ?? []).map((point, index) => ({
		id: point.attrs.id ?? `k${index + 1}`,
		text: plainTextOf(point.content),
	}));
}

function nodeToList(list: ListJson): ListBody {
	return { ordered: list.type === 'orderedList', items: list.content.map(nodeToItem) };
}

function nodeToItem(item: ListItemJson): ListBody['items'][number] {
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

function rowsOf(table: TableJson): string[][] {
	const rows = table.content.map((row) => (row.content ?? []).map((cell) => inlineHtmlOf(cell.content)));
	const width = Math.max(1, ...rows.map((row) => row.length));
	return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}
