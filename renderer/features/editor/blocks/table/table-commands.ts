import type { Editor } from '@tiptap/core';
import { Columns3, Rows3 } from 'lucide-react';
import { toolsOf, whenNotShown } from '../../commands/story-tools.ts';
import { textCommand } from '../../commands/text-command.ts';
import { actOnTable, type TableAct, tableAfter, tablePlace } from './table-acts.ts';

const ofRow: readonly (readonly [TableAct, string])[] = [
	['row-above', 'Add a row above'],
	['row-below', 'Add a row below'],
	['row-up', 'Move the row up'],
	['row-down', 'Move the row down'],
	['row-remove', 'Remove the row'],
];
const ofColumn: readonly (readonly [TableAct, string])[] = [
	['column-before', 'Add a column before'],
	['column-after', 'Add a column after'],
	['column-back', 'Move the column back'],
	['column-on', 'Move the column on'],
	['column-remove', 'Remove the column'],
];
const aligns: readonly (readonly [TableAct, string])[] = [
	['align-start', 'Align to the start'],
	['align-center', 'Centre'],
	['align-end', 'Align to the end'],
];
const ofTable: readonly (readonly [TableAct, string])[] = [
	['header-row', 'First row is a header'],
	['table-remove', 'Remove the table'],
];

/** Opens the menu of the row or the column with the cursor, at an element of the page. */
export function openTableMenu(editor: Editor, of: 'row' | 'column', anchor: HTMLElement): void {
	const place = tablePlace(editor);
	if (place === null) return;
	const aligned = `align-${place.table.attrs.align[place.column] ?? 'start'}`;
	const entries = (acts: readonly (readonly [TableAct, string])[]) =>
		acts.map(([id, label]) => ({
			id,
			label,
			checked: id === aligned || (id === 'header-row' && place.table.attrs.headerRow === true),
			disabledReason: tableAfter(place, id) === null ? 'It is at the end already.' : undefined,
		}));
	const groups = of === 'row' ? [ofRow, ofTable] : [ofColumn, aligns, ofTable];
	toolsOf(editor)?.openMenu({
		label: of === 'row' ? 'Row of the table' : 'Column of the table',
		anchor,
		groups: groups.map((acts) => ({ entries: entries(acts) })),
		onAction: (id) => actOnTable(editor, id as TableAct),
	});
}

const menu = (of: 'row' | 'column', shortcut: string) =>
	textCommand({
		id: `block.${of}Menu`,
		label: of === 'row' ? 'Row of the table…' : 'Column of the table…',
		icon: of === 'row' ? Rows3 : Columns3,
		shortcut,
		keywords: ['table', 'cell', 'add', 'remove', 'align', 'header'],
		disabledReason: (editor) =>
			tablePlace(editor) === null ? 'Put the cursor in a table first.' : whenNotShown(editor),
		run: (editor) => {
			const { from } = editor.state.selection;
			const shown = editor.view.domAtPos(from).node;
			const cell = (shown instanceof Element ? shown : shown.parentElement)?.closest('td');
			if (cell) openTableMenu(editor, of, cell);
		},
	});

/** The menus of the row and the column with the cursor. */
export const tableCommands = [menu('row', 'Mod+Alt+R'), menu('column', 'Mod+Alt+C')];
