import type { Editor } from '@tiptap/core';
import { keyPointToNode } from '#shared/document/body/index.ts';
import { attributesOf } from '../../../../session/story-document.ts';
import { insertBlock } from '../../commands/insert-block.ts';

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
