import type { NodeViewRenderer } from '@tiptap/core';
import { blockButton, removeNode } from '../../extensions/media/block-view.ts';
import { startDrag } from '../../extensions/move/start-drag.ts';

/** A key point with a handle to drag it by and a button that removes it. */
export const keyPointView: NodeViewRenderer = (props) => {
	const dom = document.createElement('li');
	dom.className = 'key-point';
	const content = document.createElement('span');
	content.className = 'key-point-text';
	content.dataset.field = 'key-point';
	const handle = document.createElement('span');
	handle.className = 'key-point-handle';
	handle.draggable = true;
	handle.contentEditable = 'false';
	handle.setAttribute('aria-hidden', 'true');
	handle.addEventListener('dragstart', (event) => {
		const position = props.getPos();
		if (position !== undefined) startDrag(props.view, position, event, dom);
	});
	const remove = blockButton('Remove key point', '×', () => removeNode(props));
	remove.classList.add('key-point-remove');
	remove.contentEditable = 'false';
	dom.append(handle, content, remove);
	const { type } = props.node;
	const show = (isEmpty: boolean) => content.toggleAttribute('data-empty', isEmpty);
	show(props.node.content.size === 0);
	return {
		dom,
		contentDOM: content,
		update(node) {
			if (node.type !== type) return false;
			show(node.content.size === 0);
			return true;
		},
		stopEvent: (event) => event.target instanceof Element && event.target.closest('button') !== null,
		ignoreMutation: (mutation) => mutation.type !== 'selection' && !content.contains(mutation.target),
	};
};
