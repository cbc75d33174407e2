import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { storyExtensions } from '../../extensions/story-extensions.ts';
import { type TableAct, tableAfter } from './table-acts.ts';

const schema = getSchema(storyExtensions({ mediaUrl: (path) => path }));
const rowOf = (words: string) => ({
	type: 'tableRow',
	content: words.split(' ').map((text) => ({ type: 'tableCell', content: [{ type: 'text', text }] })),
});
const table = schema.nodeFromJSON({
	type: 'table',
	attrs: { id: 'b1', headerRow: true, align: ['start', 'end'] },
	content: [rowOf('Name Votes'), rowOf('Ana 12'), rowOf('Bo 7')],
});

/** The rows after an act in the cell with "12", with the alignment and the cell gone to. */
function after(act: TableAct, row = 1, column = 1) {
	const made = tableAfter({ table, row, column }, act);
	if (made === null || made === 'gone') return made;
	const rows: string[] = [];
	made.table.forEach((one) => {
		const cells: string[] = [];
		one.forEach((cell) => {
			cells.push(cell.textContent || '-');
		});
		rows.push(cells.join(' '));
	});
	return [rows.join(' | '), made.table.attrs.align.join(' '), `${made.row} ${made.column}`];
}

test('rows are added, moved and removed', () => {
	expect(after('row-above')).toEqual(['Name Votes | - - | Ana 12 | Bo 7', 'start end', '1 1']);
	expect(after('row-below')).toEqual(['Name Votes | Ana 12 | - - | Bo 7', 'start end', '2 1']);
	expect(after('row-up')).toEqual(['Ana 12 | Name Votes | Bo 7', 'start end', '0 1']);
	expect(after('row-down')).toEqual(['Name Votes | Bo 7 | Ana 12', 'start end', '2 1']);
	expect(after('row-remove', 2)).toEqual(['Name Votes | Ana 12', 'start end', '1 1']);
	expect(after('row-up', 0)).toBeNull();
	expect(after('row-down', 2)).toBeNull();
});

test('columns take their alignment along', () => {
	expect(after('column-before')).toEqual(['Name - Votes | Ana - 12 | Bo - 7', 'start start end', '1 1']);
	expect(after('column-after')).toEqual(['Name Votes - | Ana 12 - | Bo 7 -', 'start end', '1 2']);
	expect(after('column-back')).toEqual(['Votes Name | 12 Ana | 7 Bo', 'end', '1 0']);
	expect(after('column-on')).toBeNull();
	expect(after('column-remove')).toEqual(['Name | Ana | Bo', '', '1 0']);
	expect(after('align-center', 1, 0)).toEqual(['Name Votes | Ana 12 | Bo 7', 'center end', '1 0']);
	expect(after('align-start')).toEqual(['Name Votes | Ana 12 | Bo 7', '', '1 1']);
});

test('what is left of a table without rows or columns is nothing', () => {
	const one = schema.nodeFromJSON({ type: 'table', content: [rowOf('Alone')] });
	for (const act of ['row-remove', 'column-remove', 'table-remove'] as const)
		expect(tableAfter({ table: one, row: 0, column: 0 }, act)).toBe('gone');
});
