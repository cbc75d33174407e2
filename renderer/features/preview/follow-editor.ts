import type { Editor } from '@tiptap/core';

/** The block that holds the cursor; `top` for the headline and standfirst, null when there is none. */
export function editedBlock(editor: Editor): { kind: 'block'; id: string } | { kind: 'top' } | null {
	const { $from } = editor.state.selection;
	const node = $from.depth >= 1 ? $from.node(1) : editor.state.doc.nodeAt($from.pos);
	if (!node) return null;
	if (node.type.name === 'headline' || node.type.name === 'standfirst') return { kind: 'top' };
	const id: unknown = node.attrs.id;
	return typeof id === 'string' ? { kind: 'block', id } : null;
}

/** How far a window must scroll to show an element: 0 when enough of it can be seen. */
export function distanceToShow(
	element: { readonly top: number; readonly bottom: number },
	view: { readonly height: number },
): number {
	const margin = Math.min(80, view.height / 6);
	const isSeen = element.bottom > margin && element.top < view.height - margin;
	if (isSeen) return 0;
	return element.top < margin
		? element.top - margin
		: Math.min(element.bottom - view.height + margin, element.top - margin);
}
