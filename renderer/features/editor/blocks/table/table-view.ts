import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { attributeField } from '../../extensions/media/attribute-field.ts';
import { blockButton, blockView, changeAttribute, removeNode } from '../../extensions/media/block-view.ts';
import './table.css';

/** A table with its caption and the buttons that add and remove rows and columns. */
export const tableView: NodeViewRenderer = (props) => {
	const { editor } = props;
	const table = document.createElement('table');
	const body = document.createElement('tbody');
	table.append(body);
	let { headerRow } = props.node.attrs;
	const toggle = blockButton('Header row', 'Header row', () => changeAttribute(props, 'headerRow', !headerRow));
	const caption = attributeField(editor, {
		label: 'Caption',
		placeholder: 'What the table shows',
		change: (value) => changeAttribute(props, 'caption', value),
	});
	const show = (node: Node) => {
		headerRow = node.attrs.headerRow;
		table.toggleAttribute('data-header-row', headerRow === true);
		toggle.setAttribute('aria-pressed', String(headerRow === true));
		caption.show(node.attrs.caption);
	};
	const view = blockView(props, 'story-table', show, { contentDOM: body });
	/** The commands act on the cell with the cursor; without one they act on the last cell. */
	const onCell = (run: () => void) => () => {
		const start = props.getPos();
		const node = start === undefined ? null : editor.state.doc.nodeAt(start);
		if (start === undefined || !node) return;
		const { from } = editor.state.selection;
		if (from <= start || from >= start + node.nodeSize) editor.commands.setTextSelection(start + node.nodeSize - 3);
		run();
		editor.view.focus();
	};
	const tools = document.createElement('div');
	tools.className = 'block-tools';
	tools.contentEditable = 'false';
	tools.append(
		blockButton(
			'Add row',
			'Add row',
			onCell(() => editor.commands.addRowAfter()),
		),
		blockButton(
			'Add column',
			'Add column',
			onCell(() => editor.commands.addColumnAfter()),
		),
		blockButton(
			'Remove row',
			'Remove row',
			onCell(() => editor.commands.deleteRow()),
		),
		blockButton(
			'Remove column',
			'Remove column',
			onCell(() => editor.commands.deleteColumn()),
		),
		toggle,
		blockButton('Remove table', 'Remove table', () => removeNode(props)),
	);
	caption.element.contentEditable = 'false';
	view.dom.append(table, caption.element, tools);
	show(props.node);
	return view;
};
