import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import { keyPointToNode } from '#shared/document/body/index.ts';
import type { MediaPath } from '#shared/model/block.ts';
import { attributesOf } from '../../desk/story-document.ts';

/** Puts a block after the one with the cursor, or in its place when that is an empty paragraph, and goes into it. */
export function insertBlock(editor: Editor, block: Node, at: number | null = null, change = editor.state.tr): void {
	const { state } = editor;
	const place = at ?? placeForBlock(editor);
	const before = change.doc.resolve(place).nodeBefore;
	const replaces = at === null && before?.type.name === 'paragraph' && before.content.size === 0;
	const start = replaces ? place - before.nodeSize : place;
	change.replaceWith(start, place, block);
	// After what cannot be typed in there is always a line to go on.
	if (change.doc.resolve(start + block.nodeSize).nodeAfter === null && block.isAtom) {
		const paragraph = state.schema.nodes.paragraph?.create();
		if (paragraph) change.insert(start + block.nodeSize, paragraph);
	}
	const selection = block.isAtom
		? NodeSelection.create(change.doc, start)
		: Selection.near(change.doc.resolve(start + 1));
	editor.view.dispatch(change.setSelection(selection).scrollIntoView());
	editor.view.focus();
}

function placeForBlock({ state }: Editor): number {
	const { doc, selection } = state;
	const body = doc.child(0).nodeSize + doc.child(1).nodeSize;
	const place = selection.$to.depth === 0 ? selection.to : selection.$to.after(1);
	return Math.max(place, body);
}

/** Puts the key-points box into the body with the points that have no place yet, or goes to the one that is there. */
export function insertKeyPoints(editor: Editor): void {
	const { doc, schema } = editor.state;
	let box: number | null = null;
	doc.forEach((node, offset) => {
		if (node.type.name === 'keyPoints') box = offset;
	});
	if (box !== null) {
		editor
			.chain()
			.focus()
			.setTextSelection(box + 2)
			.scrollIntoView()
			.run();
		return;
	}
	const waiting = attributesOf(doc).unplacedKeyPoints;
	const points = waiting.length === 0 ? [{ type: 'keyPoint', attrs: { id: null } }] : waiting.map(keyPointToNode);
	// The points leave the attribute in the very step that brings the box, so one undo takes both back.
	const change = waiting.length === 0 ? editor.state.tr : editor.state.tr.setDocAttribute('unplacedKeyPoints', []);
	insertBlock(editor, schema.nodeFromJSON({ type: 'keyPoints', content: points }), null, change);
}

/** Puts pictures into the body: one as an image, several as a gallery when asked. */
export function insertPictures(
	editor: Editor,
	media: readonly MediaPath[],
	asGallery: boolean,
	at: number | null = null,
): void {
	const { schema } = editor;
	if (asGallery && media.length > 0) {
		const images = media.map((path) => ({ media: path, alt: '', caption: '', credit: '' }));
		insertBlock(editor, schema.nodeFromJSON({ type: 'gallery', attrs: { images } }), at);
		return;
	}
	for (const path of media) insertBlock(editor, schema.nodeFromJSON({ type: 'image', attrs: { media: path } }), at);
}

/** Puts an empty table into the body, its first row a header. */
export function insertTable(editor: Editor): void {
	const row = { type: 'tableRow', content: [{ type: 'tableCell' }, { type: 'tableCell' }, { type: 'tableCell' }] };
	insertBlock(
		editor,
		editor.schema.nodeFromJSON({ type: 'table', attrs: { headerRow: true }, content: [row, row, row] }),
	);
}

/** Puts a quote into the body, made of the paragraph with the cursor when there are words in it. */
export function insertQuote(editor: Editor, type: 'quote' | 'pullquote'): void {
	const { state } = editor;
	const { $from } = state.selection;
	const { quoteText, attribution } = state.schema.nodes;
	const quote = state.schema.nodes[type];
	if (!quoteText || !attribution || !quote) return;
	const isText = $from.depth === 1 && ($from.parent.type.name === 'paragraph' || $from.parent.type.name === 'subhead');
	if (!isText) {
		insertBlock(editor, quote.create(null, [quoteText.create(), attribution.create()]));
		return;
	}
	const { id } = $from.parent.attrs;
	const change = state.tr.replaceWith(
		$from.before(),
		$from.after(),
		quote.create({ id }, [quoteText.create(null, $from.parent.content), attribution.create()]),
	);
	change.setSelection(Selection.near(change.doc.resolve($from.before() + 2 + $from.parentOffset)));
	editor.view.dispatch(change.scrollIntoView());
	editor.view.focus();
}
