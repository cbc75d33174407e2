import type { Editor } from '@tiptap/core';
import { Table } from 'lucide-react';
import { insertBlock } from '../../commands/insert-block.ts';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { LeaveTable } from './leave-table.ts';
import { StoryTable, StoryTableCell, StoryTableRow } from './table.ts';
import { tableCommands } from './table-commands.ts';

export const table: EditorBlock = {
	extensions: () => [StoryTable, StoryTableRow, StoryTableCell, LeaveTable],
	commands: [
		textCommand({
			id: 'block.table',
			keywords: ['rows', 'columns', 'cells'],
			label: 'Table',
			icon: Table,
			at: ['button', 'handle'],
			run: insertTable,
		}),
		...tableCommands,
	],
};

/** Puts an empty table into the body, its first row a header. */
function insertTable(editor: Editor): void {
	const row = { type: 'tableRow', content: [{ type: 'tableCell' }, { type: 'tableCell' }, { type: 'tableCell' }] };
	insertBlock(
		editor,
		editor.schema.nodeFromJSON({ type: 'table', attrs: { headerRow: true }, content: [row, row, row] }),
	);
}
