import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { LeftOut } from '#shared/document/reading/left-out.ts';
import type { FoundPicture } from '#shared/document/reading/read-story.ts';
import type { BlockId } from '#shared/model/block.ts';
import { pasteIntoLine } from './single-line-fields.ts';
import { sliceOfLines } from './slice-of-lines.ts';

/** A picture that came with what was pasted, and is to be taken by the newsroom. */
export interface PastedPicture {
	readonly picture: FoundPicture;
	/** The clipboard's own file of it, where there is one. */
	readonly file: File | null;
	/** The block after which it stands; null at the place of the paste itself. */
	readonly after: BlockId | null;
	/** The paragraph that holds its caption until it comes; null without one. */
	readonly captionIn: BlockId | null;
}

/** What became of a paste or a drop. */
export interface Pasted {
	readonly from: 'html' | 'markdown' | 'table';
	readonly leftOut: LeftOut;
	/** The sites whose pictures were left out. */
	readonly sites: readonly string[];
	readonly pictures: readonly PastedPicture[];
	/** Pictures of the web; they come only when somebody asks for them. */
	readonly onWeb: readonly PastedPicture[];
	/** The same as plain text; empty where the clipboard had none. */
	readonly text: string;
	readonly change: PastedChange;
}

/** The blocks that a paste changed, as they were and as they are; the story holds the latter until they change again. */
export interface PastedChange {
	readonly before: readonly Node[];
	after: readonly Node[];
	/** The selection that was pasted over, from the beginning of those blocks on. */
	readonly from: number;
	readonly to: number;
}

/** What a change of the document did to its blocks. */
export function changeBetween(before: EditorState, after: EditorState): PastedChange {
	const [old, now] = [before.doc, after.doc];
	const most = Math.min(old.childCount, now.childCount);
	let start = 0;
	while (start < most && old.child(start) === now.child(start)) start += 1;
	let end = 0;
	while (end < most - start && old.child(old.childCount - 1 - end) === now.child(now.childCount - 1 - end)) end += 1;
	const position = positionOf(old, start);
	return {
		before: old.children.slice(start, old.childCount - end),
		after: now.children.slice(start, now.childCount - end),
		from: before.selection.from - position,
		to: before.selection.to - position,
	};
}

function positionOf(doc: Node, index: number): number {
	let position = 0;
	for (let child = 0; child < index; child += 1) position += doc.child(child).nodeSize;
	return position;
}

/** Where the blocks of a paste stand now; null when they are no longer as they were pasted. */
export function placeOfPasted(doc: Node, { after }: PastedChange): { index: number; position: number } | null {
	const [first] = after;
	const index = first ? doc.children.indexOf(first) : -1;
	if (index < 0 || after.some((node, offset) => doc.maybeChild(index + offset) !== node)) return null;
	return { index, position: positionOf(doc, index) };
}

/** Puts the plain text in the place of what was pasted; false when that was changed since. */
export function pastePlainInstead(editor: Editor, { change, text }: Pasted): boolean {
	const { state } = editor;
	const place = placeOfPasted(state.doc, change);
	if (place === null) return false;
	const { position } = place;
	// One undo brings back what was pasted.
	const tr = closeHistory(state.tr);
	const size = change.after.reduce((sum, node) => sum + node.nodeSize, 0);
	tr.replaceWith(position, position + size, change.before);
	tr.setSelection(TextSelection.between(tr.doc.resolve(position + change.from), tr.doc.resolve(position + change.to)));
	pasteLines(tr, text);
	editor.view.dispatch(tr.scrollIntoView());
	editor.view.focus();
	return true;
}

function pasteLines(tr: Transaction, text: string): void {
	const slice = sliceOfLines(text, tr.doc.type.schema, tr.selection.$from);
	if (!pasteIntoLine(tr, slice)) tr.replaceSelection(slice);
}

const listeners = new WeakMap<Editor, (pasted: Pasted) => void>();

/** Tells of each paste into this story until the answer is called. */
export function onPasted(editor: Editor, listener: (pasted: Pasted) => void): () => void {
	listeners.set(editor, listener);
	return () => {
		if (listeners.get(editor) === listener) listeners.delete(editor);
	};
}

/** Says what became of a paste. */
export function tellPasted(editor: Editor, pasted: Pasted): void {
	listeners.get(editor)?.(pasted);
}
