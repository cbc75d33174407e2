import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { tablePlace } from './table-acts.ts';
import { openTableMenu } from './table-commands.ts';

const dots =
	'<svg viewBox="0 0 24 24" width="14" height="14" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" aria-hidden="true"><path d="M5 12h.01M12 12h.01M19 12h.01"/></svg>';

/** The handles of the row and the column with the cursor, and how the columns are aligned. */
export function tableHandles(editor: Editor): Plugin {
	return new Plugin({
		key: new PluginKey('tableHandles'),
		view: (view) => new Handles(editor, view),
		props: {
			decorations({ doc }) {
				const marks: Decoration[] = [];
				doc.forEach((table, offset) => {
					if (table.type.name !== 'table' || table.attrs.align.length === 0) return;
					table.forEach((row, inside) => {
						row.forEach((cell, at, column) => {
							const align = table.attrs.align[column] ?? 'start';
							const from = offset + inside + at + 2;
							if (align !== 'start')
								marks.push(Decoration.node(from, from + cell.nodeSize, { class: `cell-${align}` }));
						});
					});
				});
				return marks.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, marks);
			},
		},
	});
}

class Handles {
	readonly #row: HTMLButtonElement;
	readonly #column: HTMLButtonElement;
	#table: HTMLElement | null = null;

	constructor(
		private readonly editor: Editor,
		view: EditorView,
	) {
		this.#row = this.#handle('row', 'Row of the table');
		this.#column = this.#handle('column', 'Column of the table');
		this.update(view);
	}

	update(view: EditorView) {
		const place = view.editable ? tablePlace(this.editor) : null;
		const shown = place === null ? null : view.nodeDOM(place.position);
		const table = shown instanceof HTMLElement ? shown : null;
		if (this.#table !== table) {
			this.#table?.removeAttribute('data-cursor');
			this.#row.remove();
			this.#column.remove();
			this.#table = table;
			table?.setAttribute('data-cursor', '');
			table?.append(this.#row, this.#column);
		}
		const cell = place === null ? null : table?.querySelector('table')?.rows[place.row]?.cells[place.column];
		if (!cell || !table) return;
		// The frame of the table is what both are placed in.
		const [around, inside] = [table.getBoundingClientRect(), cell.getBoundingClientRect()];
		this.#row.style.top = `${inside.top - around.top + inside.height / 2}px`;
		this.#column.style.left = `${inside.left - around.left + inside.width / 2}px`;
	}

	destroy() {
		this.#row.remove();
		this.#column.remove();
		this.#table?.removeAttribute('data-cursor');
	}

	#handle(of: 'row' | 'column', label: string): HTMLButtonElement {
		const button = document.createElement('button');
		button.type = 'button';
		button.tabIndex = -1;
		button.className = `table-handle table-handle-${of}`;
		button.contentEditable = 'false';
		button.ariaLabel = label;
		button.title = label;
		button.setAttribute('aria-haspopup', 'menu');
		button.innerHTML = dots;
		// The cursor stays in its cell.
		button.addEventListener('mousedown', (event) => event.preventDefault());
		button.addEventListener('click', () => openTableMenu(this.editor, of, button));
		return button;
	}
}
