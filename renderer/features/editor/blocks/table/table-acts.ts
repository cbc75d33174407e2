import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { ColumnAlign } from '#shared/model/block.ts';

/** The cell with the cursor, with its table. */
export interface TablePlace {
	readonly table: Node;
	/** Where the table begins. */
	readonly position: number;
	readonly row: number;
	readonly column: number;
}

/** Where in a table the cursor is; null outside of one. */
export function tablePlace({ state }: Editor): TablePlace | null {
	const { $from } = state.selection;
	if ($from.depth < 2 || $from.node(1).type.name !== 'table') return null;
	return { table: $from.node(1), position: $from.before(1), row: $from.index(1), column: $from.index(2) };
}

/** What a table holds: rows of cells, and how each column is aligned. */
interface Grid {
	readonly rows: readonly (readonly Node[])[];
	readonly align: readonly ColumnAlign[];
}

function gridOf(table: Node): Grid {
	const rows: Node[][] = [];
	table.forEach((row) => {
		const cells: Node[] = [];
		row.forEach((cell) => {
			cells.push(cell);
		});
		rows.push(cells);
	});
	const columns = rows[0]?.length ?? 0;
	const given: readonly ColumnAlign[] = table.attrs.align;
	return { rows, align: Array.from({ length: columns }, (_, column) => given[column] ?? 'start') };
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
	const item = items[from];
	if (item === undefined) return [...items];
	const left = items.filter((_, index) => index !== from);
	return [...left.slice(0, to), item, ...left.slice(to)];
}

function inserted<Item>(items: readonly Item[], at: number, item: Item): Item[] {
	return [...items.slice(0, at), item, ...items.slice(at)];
}

const without = <Item>(items: readonly Item[], at: number) => items.filter((_, index) => index !== at);

/** What can be done with the row or the column of a cell. */
export type TableAct =
	| 'row-above'
	| 'row-below'
	| 'row-up'
	| 'row-down'
	| 'row-remove'
	| 'column-before'
	| 'column-after'
	| 'column-back'
	| 'column-on'
	| 'column-remove'
	| 'align-start'
	| 'align-center'
	| 'align-end'
	| 'header-row'
	| 'table-remove';

/** The table after an act, with the cell to go to; null where the act cannot be, `gone` where nothing is left of it. */
export function tableAfter(
	{ table, row, column }: Pick<TablePlace, 'table' | 'row' | 'column'>,
	act: TableAct,
): { readonly table: Node; readonly row: number; readonly column: number } | 'gone' | null {
	const { schema } = table.type;
	const { tableRow, tableCell } = schema.nodes;
	if (tableRow === undefined || tableCell === undefined) return null;
	const { rows, align } = gridOf(table);
	const make = (grid: Partial<Grid>, to: { row?: number; column?: number } = {}, attrs: object = {}) => ({
		table: table.type.create(
			{ ...table.attrs, ...attrs, align: trimmed(grid.align ?? align) },
			(grid.rows ?? rows).map((cells) => tableRow.create(null, [...cells])),
		),
		row: to.row ?? row,
		column: to.column ?? column,
	});
	const emptyRow = align.map(() => tableCell.create());
	const withColumn = (at: number) =>
		make(
			{ rows: rows.map((cells) => inserted(cells, at, tableCell.create())), align: inserted(align, at, 'start') },
			{ column: at },
		);
	const withAlign = (value: ColumnAlign) =>
		make({ align: align.map((present, at) => (at === column ? value : present)) });
	switch (act) {
		case 'row-above':
			return make({ rows: inserted(rows, row, emptyRow) });
		case 'row-below':
			return make({ rows: inserted(rows, row + 1, emptyRow) }, { row: row + 1 });
		case 'row-up':
			return row === 0 ? null : make({ rows: moved(rows, row, row - 1) }, { row: row - 1 });
		case 'row-down':
			return row === rows.length - 1 ? null : make({ rows: moved(rows, row, row + 1) }, { row: row + 1 });
		case 'row-remove':
			return rows.length === 1 ? 'gone' : make({ rows: without(rows, row) }, { row: Math.min(row, rows.length - 2) });
		case 'column-before':
			return withColumn(column);
		case 'column-after':
			return withColumn(column + 1);
		case 'column-back':
		case 'column-on': {
			const to = column + (act === 'column-on' ? 1 : -1);
			if (to < 0 || to >= align.length) return null;
			return make(
				{ rows: rows.map((cells) => moved(cells, column, to)), align: moved(align, column, to) },
				{ column: to },
			);
		}
		case 'column-remove':
			return align.length === 1
				? 'gone'
				: make(
						{ rows: rows.map((cells) => without(cells, column)), align: without(align, column) },
						{ column: Math.min(column, align.length - 2) },
					);
		case 'align-start':
			return withAlign('start');
		case 'align-center':
			return withAlign('center');
		case 'align-end':
			return withAlign('end');
		case 'header-row':
			return make({}, {}, { headerRow: table.attrs.headerRow !== true });
		case 'table-remove':
			return 'gone';
	}
}

/** Without what says nothing: columns at the end that are aligned as all are. */
function trimmed(align: readonly ColumnAlign[]): readonly ColumnAlign[] {
	return align.slice(0, align.findLastIndex((one) => one !== 'start') + 1);
}

/** Does it in the story, as one step, with the cursor in the cell that was meant. */
export function actOnTable(editor: Editor, act: TableAct): void {
	const place = tablePlace(editor);
	const after = place === null ? null : tableAfter(place, act);
	if (place === null || after === null) return;
	const { tr, schema } = editor.state;
	const end = place.position + place.table.nodeSize;
	if (after === 'gone') {
		tr.replaceWith(place.position, end, schema.nodes.paragraph?.create() ?? []);
		tr.setSelection(TextSelection.near(tr.doc.resolve(place.position + 1)));
	} else {
		tr.replaceWith(place.position, end, after.table);
		tr.setSelection(
			TextSelection.near(tr.doc.resolve(cellPosition(after.table, place.position, after.row, after.column))),
		);
	}
	editor.view.dispatch(closeHistory(tr).scrollIntoView());
	editor.view.focus();
}

function cellPosition(table: Node, position: number, row: number, column: number): number {
	let at = position + 1;
	for (let index = 0; index < row; index += 1) at += table.child(index).nodeSize;
	at += 1;
	for (let index = 0; index < column; index += 1) at += table.child(row).child(index).nodeSize;
	return at + 1;
}
