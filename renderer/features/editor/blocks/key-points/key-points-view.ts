import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { limitsOf } from '../../extensions/fields/story-limits.ts';
import { blockButton, blockView } from '../../extensions/media/block-view.ts';
import './key-points.css';

const trustedIcon =
	'<svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" aria-hidden="true"><path d="M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13"/></svg>';

/** The key-points box: its name, how many points it holds, the points, and a button for the next. */
export const keyPointsView: NodeViewRenderer = (props) => {
	const { editor } = props;
	const head = document.createElement('div');
	head.className = 'key-points-head';
	head.contentEditable = 'false';
	const name = document.createElement('span');
	name.className = 'key-points-name';
	name.innerHTML = trustedIcon;
	name.append('Key points');
	const count = document.createElement('span');
	count.className = 'key-points-count';
	// An English phrase inside a story that may be written from right to left.
	count.dir = 'auto';
	head.append(name, count);
	const list = document.createElement('ul');
	list.className = 'key-points-list';
	const show = (node: Node) => {
		const limit = limitsOf(editor).keyPoints;
		count.textContent = `${node.childCount} of ${limit}`;
		count.toggleAttribute('data-over', node.childCount > limit);
	};
	const view = blockView(props, 'key-points', show, { contentDOM: list });
	const add = blockButton('Add key point', 'Add key point', () => {
		const position = props.getPos();
		const box = position === undefined ? null : editor.state.doc.nodeAt(position);
		const point = editor.schema.nodes.keyPoint?.create();
		if (position === undefined || !box || !point) return;
		const end = position + box.nodeSize - 1;
		const change = editor.state.tr.insert(end, point);
		editor.view.dispatch(change.setSelection(TextSelection.create(change.doc, end + 1)).scrollIntoView());
		editor.view.focus();
	});
	add.dir = 'auto';
	add.classList.add('key-points-add');
	add.contentEditable = 'false';
	view.dom.append(head, list, add);
	show(props.node);
	return view;
};
