import './block-handle.css';
import type { Editor } from '@tiptap/core';
import { blockEndingAt, blockStartOf } from './block-at.ts';
import { blockPosition } from './commands/block-commands.ts';
import { firstBlockIndex, moveNode } from './extensions/move/move-node.ts';
import { startDrag } from './extensions/move/start-drag.ts';

/** How far beside a block, in pixels, the mouse still means it. */
const reach = 6;

const grip =
	'<svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" aria-hidden="true"><circle cx="9" cy="12" r="1"/><circle cx="9" cy="5" r="1"/><circle cx="9" cy="19" r="1"/><circle cx="15" cy="12" r="1"/><circle cx="15" cy="5" r="1"/><circle cx="15" cy="19" r="1"/></svg>';
const plus =
	'<svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" aria-hidden="true"><path d="M5 12h14M12 5v14"/></svg>';

export interface BlockHandle {
	/** Opens the menu of the block with the cursor. */
	openMenu(): void;
	end(): void;
}

/** The `+` and the grip beside the block under the mouse. They are not in the text, so a keystroke never touches them. */
export function attachBlockHandle(
	editor: Editor,
	sheet: HTMLElement,
	open: (menu: 'add' | 'block', anchor: HTMLElement) => void,
): BlockHandle {
	const handle = document.createElement('div');
	handle.className = 'block-handle';
	handle.hidden = true;
	const add = button('Add a block below', plus);
	const drag = button('Move this block, or open its menu', grip);
	drag.draggable = true;
	handle.append(add, drag);
	sheet.append(handle);
	let block: HTMLElement | null = null;

	const find = (y: number): HTMLElement | null => {
		const found = blockEndingAt(editor, y - reach);
		if (found === null || found.index < firstBlockIndex) return null;
		return found.element.getBoundingClientRect().top - reach > y ? null : found.element;
	};
	const place = (event: MouseEvent) => {
		if (!editor.isEditable || event.buttons !== 0 || isMenuOpen()) return;
		if (event.target instanceof Node && handle.contains(event.target)) return;
		const found = find(event.clientY);
		if (found) show(found);
		else hide();
	};
	const show = (element: HTMLElement) => {
		block = element;
		handle.hidden = false;
		const line = Number.parseFloat(getComputedStyle(element).lineHeight) || 28;
		const top = element.getBoundingClientRect().top - sheet.getBoundingClientRect().top;
		handle.style.top = `${top + Math.max(0, (Math.min(line, element.offsetHeight) - 24) / 2)}px`;
	};
	const isMenuOpen = () => [add, drag].some((one) => one.getAttribute('aria-expanded') === 'true');
	const hide = () => {
		// Every keystroke asks for this; what is hidden is left alone.
		if (!handle.hidden && !isMenuOpen()) handle.hidden = true;
	};
	const blockStart = () => (block?.isConnected ? blockStartOf(editor, block) : null);

	/** Puts the cursor into a block, unless it is there; what cannot be typed in is selected. */
	const goTo = (start: number) => {
		const node = editor.state.doc.nodeAt(start);
		const { from, to } = editor.state.selection;
		if (node === null || (from >= start && to <= start + node.nodeSize && from > start)) return;
		if (node.isAtom) editor.commands.setNodeSelection(start);
		else editor.commands.setTextSelection(start + 1);
	};

	add.setAttribute('aria-haspopup', 'menu');
	add.addEventListener('click', () => {
		const start = blockStart();
		const node = start === null ? null : editor.state.doc.nodeAt(start);
		const paragraph = editor.schema.nodes.paragraph?.create();
		if (start === null || !node || !paragraph) return;
		const isEmpty = node.type.name === 'paragraph' && node.content.size === 0;
		const at = isEmpty ? start : start + node.nodeSize;
		const chain = editor.chain();
		if (!isEmpty) chain.insertContentAt(at, paragraph.toJSON());
		chain
			.setTextSelection(at + 1)
			.focus()
			.run();
		// The change has put the handle away, but the menu hangs on it.
		const element = editor.view.nodeDOM(at);
		if (element instanceof HTMLElement) show(element);
		open('add', add);
	});
	drag.addEventListener('dragstart', (event) => {
		const start = blockStart();
		if (start !== null && block) startDrag(editor.view, start, event, block);
	});
	drag.setAttribute('aria-haspopup', 'menu');
	drag.addEventListener('click', () => {
		const start = blockStart();
		if (start === null) return;
		goTo(start);
		// From there the menu gives the keyboard back to the text.
		editor.view.focus();
		open('block', drag);
	});
	drag.addEventListener('keydown', (event) => {
		const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
		const start = blockStart();
		if (by === null || start === null) return;
		event.preventDefault();
		editor.commands.command(({ tr }) => moveNode(tr, start, by));
	});
	sheet.addEventListener('mousemove', place);
	sheet.addEventListener('mouseleave', hide);
	editor.on('update', hide);
	return {
		openMenu() {
			const start = blockPosition(editor);
			const element = start === null ? null : editor.view.nodeDOM(start);
			if (!(element instanceof HTMLElement)) return;
			show(element);
			open('block', drag);
		},
		end() {
			sheet.removeEventListener('mousemove', place);
			sheet.removeEventListener('mouseleave', hide);
			editor.off('update', hide);
			handle.remove();
		},
	};
}

function button(label: string, trustedIcon: string): HTMLButtonElement {
	const made = document.createElement('button');
	made.type = 'button';
	made.tabIndex = -1;
	made.setAttribute('aria-label', label);
	made.title = label;
	made.innerHTML = trustedIcon;
	return made;
}
