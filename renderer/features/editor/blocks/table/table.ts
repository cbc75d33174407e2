import { Table, TableCell, TableRow } from '@tiptap/extension-table';
import { TableAlign } from '#shared/model/block.ts';
import { idAttribute } from '../../extensions/block-id/block-attributes.ts';
import { tableHandles } from './table-handles.ts';
import { tableView } from './table-view.ts';

/** A table of cells of text; whether its first row is a header is an attribute of the whole. */
export const StoryTable = Table.extend({
	name: 'table',
	addAttributes: () => ({
		...idAttribute,
		headerRow: {
			default: false,
			renderHTML: ({ headerRow }) => (headerRow ? { 'data-header-row': '' } : {}),
			parseHTML: (element: HTMLElement) => element.hasAttribute('data-header-row'),
		},
		align: {
			default: [],
			renderHTML: ({ align }) => (align.length === 0 ? {} : { 'data-align': align.join(' ') }),
			parseHTML: (element: HTMLElement) =>
				TableAlign.safeParse((element.getAttribute('data-align') ?? '').split(' ')).data ?? [],
		},
		caption: {
			default: '',
			renderHTML: ({ caption }) => (caption === '' ? {} : { 'data-caption': caption }),
			parseHTML: (element: HTMLElement) => element.getAttribute('data-caption') ?? '',
		},
	}),
	addProseMirrorPlugins() {
		return [...(this.parent?.() ?? []), tableHandles(this.editor)];
	},
	parseHTML: () => [{ tag: 'table' }],
	renderHTML: ({ HTMLAttributes }) => ['table', { ...HTMLAttributes, 'data-block-type': 'table' }, ['tbody', 0]],
	addNodeView: () => tableView,
}).configure({ resizable: false, View: null, allowTableNodeSelection: true });

export const StoryTableRow = TableRow.extend({
	content: 'tableCell+',
	addAttributes: () => ({}),
});

/** A cell. The model has no cells that span, so a pasted one gives up its span. */
export const StoryTableCell = TableCell.extend({
	content: 'inline*',
	addAttributes: () => ({
		colspan: { default: 1, rendered: false, parseHTML: () => 1 },
		rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
		colwidth: { default: null, rendered: false, parseHTML: () => null },
	}),
	parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
	renderHTML: () => ['td', 0],
});
