import type { ColumnAlign } from '../../model/block.ts';
import { escapeAttribute, inlineText } from '../../model/inline-html.ts';
import { toLine } from '../../model/text.ts';
import { inlineContent, inlineHtmlOf } from '../body/inline-content.ts';
import type { LineJson, NodeJson } from '../body/node-json.ts';
import { isSameValue } from '../diff/same-value.ts';
import { mergeList } from '../merge/merge-list.ts';
import { mergeInline } from '../merge/merge-text.ts';
import { agreed, mergeValue, type Outcome, type Versions } from '../merge/outcome.ts';
import { caption, inline } from '../page/markup.ts';
import { type BlockModule, type BlockOf, plainBlock } from './block-module.ts';

interface TableRowJson {
	readonly type: 'tableRow';
	readonly content?: readonly LineJson<'tableCell'>[] | undefined;
}
export type TableJson = NodeJson<'table', { headerRow: boolean; caption: string; align: readonly ColumnAlign[] }> & {
	readonly content: readonly TableRowJson[];
};

export const table: BlockModule<BlockOf<'table'>, TableJson> = {
	...plainBlock,
	label: 'Table',
	nodes: ['table'],
	parts: {
		headerRow: { kind: 'value', label: 'Header row' },
		rows: {
			kind: 'entries',
			label: 'Rows',
			look: 'table',
			format: 'inline',
			lines: (rows) => rows.map((row) => ({ depth: 0, ordered: null, texts: row })),
			edit: (rows, edit) => rows.map((row) => row.map(edit)),
			merge: mergeRows,
		},
		caption: { kind: 'line', label: 'Caption' },
		align: { kind: 'value', label: 'Alignment', words: (align) => align.join(', ') || 'Start' },
	},
	toNode: (block) => ({
		type: 'table',
		attrs: { id: block.id, headerRow: block.headerRow, caption: block.caption, align: block.align },
		content: block.rows.map((row) => ({
			type: 'tableRow',
			content: row.map((html) => ({ type: 'tableCell', ...inlineContent(html) })),
		})),
	}),
	toBlock: (node, id) => ({
		id,
		type: 'table',
		headerRow: node.attrs.headerRow,
		rows: rowsOf(node),
		caption: toLine(node.attrs.caption),
		align: [...node.attrs.align],
	}),
	toHtml: ({ rows, headerRow, caption: words, align }, name) => {
		const row = (cells: readonly string[], open: string, close: string) =>
			`<tr>${cells.map((cell, column) => `<${open}${alignClass(align[column])}>${inline(cell)}</${close}>`).join('')}</tr>`;
		const [first, ...rest] = rows;
		const head = headerRow && first ? `<thead>${row(first, 'th scope="col"', 'th')}</thead>` : '';
		const body = (headerRow ? rest : rows).map((cells) => row(cells, 'td', 'td')).join('');
		// A wide table scrolls by itself, so it can be reached with the keyboard.
		return (
			`<figure class="g-table" ${name}><div class="g-table-scroll" tabindex="0" role="group" aria-label="${escapeAttribute(words.trim() || 'Table')}">` +
			`<table>${head}${body === '' ? '' : `<tbody>${body}</tbody>`}</table></div>${caption(words)}</figure>`
		);
	},
	text: ({ rows }) => rows.map((row) => row.map(inlineText).join('\t')).join('\n'),
	beginning: (block) => block.caption || 'Table',
	inlineParts: ({ rows }) => rows.flat(),
	publish: ({ id, type, headerRow, rows, caption: words, align }) => ({
		id,
		type,
		headerRow,
		rows: rows.map((row) => [...row]),
		caption: words,
		...(align.some((one) => one !== 'start') ? { align: [...align] } : {}),
	}),
};

function alignClass(align: ColumnAlign = 'start'): string {
	return align === 'start' ? '' : ` class="g-${align}"`;
}

function rowsOf(node: TableJson): string[][] {
	const rows = node.content.map((row) => (row.content ?? []).map((cell) => inlineHtmlOf(cell.content)));
	const width = Math.max(1, ...rows.map((row) => row.length));
	return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function mergeRows({ base, mine, theirs }: Versions<string[][]>): Outcome<string[][]> {
	const width = (rows: readonly string[][]) => rows[0]?.length ?? 0;
	if (width(base) !== width(mine) || width(base) !== width(theirs)) return mergeValue({ base, mine, theirs });
	return mergeList({ base, mine, theirs }, (row) =>
		isSameValue(row.mine, row.theirs) ? agreed(row.mine) : mergeCells(row),
	);
}

/** Cells are merged by column; there are as many in each version. */
function mergeCells(row: Versions<string[]>): Outcome<string[]> {
	const cells = row.base.map((cell, index) =>
		mergeInline({ base: cell, mine: row.mine[index] ?? cell, theirs: row.theirs[index] ?? cell }),
	);
	const clashing = cells.filter((cell) => cell.collided);
	return {
		mine: cells.map((cell) => cell.mine),
		theirs: cells.map((cell) => cell.theirs),
		both: cells.map((cell) => cell.both),
		collided: clashing.length > 0,
		joinable: clashing.every((cell) => cell.joinable),
	};
}
