import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { attributeField } from '../../extensions/media/attribute-field.ts';
import { blockPanel } from '../../extensions/media/block-panel.ts';
import { blockView, changeAttribute } from '../../extensions/media/block-view.ts';
import './table.css';

/** A table with its caption; the handles of the row and the column with the cursor are `tableHandles`. */
export const tableView: NodeViewRenderer = (props) => {
	const table = document.createElement('table');
	const body = document.createElement('tbody');
	table.append(body);
	const words = document.createElement('p');
	words.className = 'table-caption';
	words.dir = 'auto';
	words.contentEditable = 'false';
	const caption = attributeField(props.editor, {
		label: 'Caption',
		placeholder: 'What the table shows',
		change: (value) => changeAttribute(props, 'caption', value),
	});
	const panel = blockPanel('Table');
	panel.append(caption.element);
	const show = (node: Node) => {
		table.toggleAttribute('data-header-row', node.attrs.headerRow === true);
		caption.show(node.attrs.caption);
		words.textContent = node.attrs.caption;
		words.hidden = node.attrs.caption.trim() === '';
	};
	const view = blockView(props, 'story-table', show, { contentDOM: body });
	view.dom.append(table, words, panel);
	show(props.node);
	return view;
};
