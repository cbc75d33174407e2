import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { blockToNode } from '#shared/document/body/index.ts';
import { leftOutWords } from '#shared/document/reading/left-out.ts';
import { pictureBlock } from '#shared/document/reading/take-pictures.ts';
import type { Host } from '../../host/host.ts';
import { addPicture, addPictureData } from '../../session/add-picture.ts';
import { showToast } from '../../ui/overlays/toast.tsx';
import { newBlockId } from './extensions/block-id/new-block-id.ts';
import { type Pasted, type PastedPicture, pastePlainInstead, placeOfPasted } from './extensions/paste/pasted.ts';

/** Says in one line what a paste left out, and puts the pictures that it brought into the newsroom and the story. */
export async function takePasted(editor: Editor, host: Host, pasted: Pasted): Promise<void> {
	const words = wordsOf(pasted);
	if (words !== null) {
		const replaces = pasted.text !== '' && pasted.change.after.length > 0;
		showToast(words, replaces ? { label: 'Paste as plain text', run: () => replace(editor, pasted) } : null);
	}
	const nodes: { readonly picture: PastedPicture; readonly node: Node }[] = [];
	for (const pastedPicture of pasted.pictures) {
		const { picture, file } = pastedPicture;
		const { source } = picture;
		const name = picture.alt || 'The pasted picture';
		const answer =
			file !== null
				? await addPicture(host, file)
				: await addPictureData(host, name, source.kind === 'data' ? source.base64 : '');
		if (!answer.ok) showToast(answer.failure.message);
		else if (!editor.isDestroyed) {
			const json = blockToNode(pictureBlock(newBlockId(), answer.value, picture), []);
			nodes.push({ picture: pastedPicture, node: editor.schema.nodeFromJSON(json) });
		}
	}
	if (nodes.length > 0 && !editor.isDestroyed) placePictures(editor, pasted, nodes);
}

function wordsOf({ from, leftOut, sites }: Pasted): string | null {
	const left = leftOutWords(leftOut, sites);
	if (from === 'html') return left;
	const read = from === 'markdown' ? 'The text was read as Markdown.' : 'The text was read as a table.';
	return left === null ? read : `${read} ${left}`;
}

function replace(editor: Editor, pasted: Pasted): void {
	if (!editor.isDestroyed && pastePlainInstead(editor, pasted)) return;
	showToast('The text was changed since, so it stays. Undo what you changed, or paste again with Shift.');
}

/** Puts each picture after the block that it came after, and the cursor stays where it is. */
function placePictures(
	editor: Editor,
	{ change }: Pasted,
	nodes: readonly { readonly picture: PastedPicture; readonly node: Node }[],
): void {
	const { tr } = editor.state;
	const pasted = placeOfPasted(tr.doc, change);
	for (const { picture, node } of [...nodes].reverse()) {
		let place: number | null = null;
		tr.doc.forEach((block, position) => {
			if (picture.after !== null && block.attrs.id === picture.after) place = position + block.nodeSize;
		});
		const { $to } = tr.selection;
		const atCursor = $to.depth === 0 ? $to.pos : $to.after(1);
		const first = change.after[0];
		tr.insert(place ?? (pasted && first ? pasted.position + first.nodeSize : atCursor), node);
	}
	editor.view.dispatch(tr);
	// What was pasted has grown by them.
	const { doc } = editor.state;
	if (pasted) change.after = doc.children.slice(pasted.index, pasted.index + change.after.length + nodes.length);
}
