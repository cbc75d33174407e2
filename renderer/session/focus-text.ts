import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import type { FieldRef } from '#shared/model/problem.ts';

/** Takes the editor to the text of a field; false for a field of the inspector. */
export function focusText(editor: Editor, where: FieldRef): boolean {
	const { doc } = editor.state;
	const position = positionOf(doc, where);
	if (position === null) return false;
	const node = doc.nodeAt(position);
	const selection =
		node?.isAtom === true && NodeSelection.isSelectable(node)
			? NodeSelection.create(doc, position)
			: Selection.near(doc.resolve(position + 1));
	editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
	editor.view.focus();
	const element = editor.view.nodeDOM(position);
	if (!(element instanceof HTMLElement)) return true;
	element.scrollIntoView({ block: 'nearest' });
	// A picture's missing words are typed in a field of its own.
	element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	return true;
}

/** Where the text of a field stands in the document; null for a field of the inspector. */
function positionOf(doc: Node, where: FieldRef): number | null {
	const standfirst = doc.child(0).nodeSize;
	const body = standfirst + doc.child(1).nodeSize;
	switch (where.field) {
		case 'headline':
			return 0;
		case 'standfirst':
			return standfirst;
		case 'body':
			return body;
		case 'keyPoints':
		case 'block': {
			let found = body;
			doc.forEach((node, offset, index) => {
				if (index < 2) return;
				const isWanted = where.field === 'block' ? node.attrs.id === where.block : node.type.name === 'keyPoints';
				if (isWanted) found = offset;
			});
			return found;
		}
		default:
			return null;
	}
}
