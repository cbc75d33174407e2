import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { StorySession } from '../../../session/story-session.ts';
import { useStanding } from '../../../ui/use-standing.ts';
import { LinkField } from './link-field.tsx';
import './link-window.css';

/** How far it stands from the words, and from the edges of the window. */
const gap = 6;
/** What the list of stories needs to be read. */
const roomForList = 300;

/** Asks where the selected words lead, below them, so that they stay in sight. */
export function LinkWindow({
	editor,
	session,
	onClose,
}: {
	readonly editor: Editor;
	readonly session: StorySession;
	readonly onClose: () => void;
}) {
	const frame = useRef<HTMLDivElement>(null);
	useStanding(() => {
		if (frame.current !== null && !editor.isDestroyed) standBeside(frame.current, editor);
	});
	useEffect(() => showSelection(editor), [editor]);
	// A press elsewhere closes it, as with a menu.
	useEffect(() => {
		const press = ({ target }: PointerEvent) => {
			if (target instanceof Node && !frame.current?.contains(target)) onClose();
		};
		window.addEventListener('pointerdown', press, true);
		return () => window.removeEventListener('pointerdown', press, true);
	}, [onClose]);

	const given: unknown = editor.getAttributes('link').href;
	const back = () => {
		onClose();
		editor.commands.focus();
	};
	const set = (href: string | null) => {
		const chain = editor.chain().focus().extendMarkRange('link');
		if (href === null) chain.unsetMark('link').run();
		else chain.setMark('link', { href }).run();
		onClose();
	};
	return createPortal(
		<div ref={frame} className="link-window" role="dialog" aria-label="Link">
			<LinkField given={typeof given === 'string' ? given : ''} self={session.id} onLink={set} onCancel={back} />
		</div>,
		document.body,
	);
}

/** Below the words; above them where the list would not fit below, then growing upwards. */
function standBeside(frame: HTMLElement, editor: Editor): void {
	const { from, to } = editor.state.selection;
	const [first, last] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to, -1)];
	const { width } = frame.getBoundingClientRect();
	const isRightToLeft = getComputedStyle(editor.view.dom).direction === 'rtl';
	const left = isRightToLeft ? first.right - width : first.left;
	frame.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
	const isBelow = last.bottom + gap + roomForList <= window.innerHeight || first.top < window.innerHeight / 2;
	frame.style.top = isBelow ? `${Math.max(gap, last.bottom + gap)}px` : 'auto';
	frame.style.bottom = isBelow ? 'auto' : `${window.innerHeight - first.top + gap}px`;
}

/** Keeps the words marked while the keyboard is elsewhere; returns the function that ends it. */
function showSelection({ state, view }: Editor): () => void {
	const name = 'link-words';
	const { from, to } = state.selection;
	const range = document.createRange();
	const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
	range.setStart(start.node, start.offset);
	range.setEnd(end.node, end.offset);
	CSS.highlights.set(name, new Highlight(range));
	return () => void CSS.highlights.delete(name);
}
