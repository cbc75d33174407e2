import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { blockToNode } from '#shared/document/body/index.ts';
import { leftOutWords } from '#shared/document/reading/left-out.ts';
import { pictureBlock } from '#shared/document/reading/take-pictures.ts';
import type { Result } from '#shared/failure.ts';
import type { BlockId, MediaPath } from '#shared/model/block.ts';
import type { Host } from '../../host/host.ts';
import { addPicture, addPictureData } from '../../session/add-picture.ts';
import { showToast } from '../../ui/overlays/toast.tsx';
import { newBlockId } from './extensions/block-id/new-block-id.ts';
import { type Pasted, type PastedPicture, pastePlainInstead, placeOfPasted } from './extensions/paste/pasted.ts';

/**
 * Says in one line what a paste left out, with the way to the plain text and to pictures of the web, and puts the pictures
 * that came with it into the newsroom and the story.
 */
export async function takePasted(editor: Editor, host: Host, pasted: Pasted): Promise<void> {
	const words = wordsOf(pasted);
	const { change, onWeb, text } = pasted;
	if (words !== null) {
		const fetch = {
			label: onWeb.length === 1 ? 'Fetch the picture' : 'Fetch the pictures',
			run: () => void takePictures(editor, host, pasted, onWeb),
		};
		const plain = { label: 'Paste as plain text', run: () => replace(editor, pasted) };
		showToast(words, ...(onWeb.length > 0 ? [fetch] : []), ...(text !== '' && change.after.length > 0 ? [plain] : []));
	}
	await takePictures(editor, host, pasted, pasted.pictures);
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

/** One after another, so that a page of pictures does not take the whole line. */
async function takePictures(
	editor: Editor,
	host: Host,
	pasted: Pasted,
	pictures: readonly PastedPicture[],
): Promise<void> {
	const taken: [PastedPicture, MediaPath][] = [];
	for (const picture of pictures) {
		const answer = await intoNewsroom(host, picture);
		if (answer.ok) taken.push([picture, answer.value]);
		else showToast(answer.failure.message);
	}
	if (taken.length > 0 && !editor.isDestroyed) placePictures(editor, pasted, taken);
}

async function intoNewsroom(host: Host, { picture, file }: PastedPicture): Promise<Result<MediaPath>> {
	if (file !== null) return addPicture(host, file);
	const { source, alt } = picture;
	if (source.kind !== 'web')
		return addPictureData(host, alt || 'The pasted picture', source.kind === 'data' ? source.base64 : '');
	const answer = await host.media.fetch({ url: source.url });
	return answer.ok ? { ok: true, value: answer.value.media } : answer;
}

/** Puts each picture where it stood in what was pasted, and the cursor stays where it is. */
function placePictures(editor: Editor, { change }: Pasted, taken: readonly [PastedPicture, MediaPath][]): void {
	const { tr } = editor.state;
	const place = placeOfPasted(tr.doc, change);
	const before = tr.doc.childCount;
	for (const [{ picture, after, captionIn }, media] of [...taken].reverse()) {
		const caption = blockWithId(tr, captionIn);
		const isWhole = caption?.node.textContent === picture.caption;
		// Where its caption still stands by itself, the picture takes it up.
		const block = pictureBlock(
			newBlockId(),
			media,
			isWhole || captionIn === null ? picture : { ...picture, caption: '' },
		);
		const node = editor.schema.nodeFromJSON(blockToNode(block, []));
		const previous = blockWithId(tr, after);
		if (caption && isWhole) tr.replaceWith(caption.position, caption.position + caption.node.nodeSize, node);
		else
			tr.insert(previous ? previous.position + previous.node.nodeSize : placeWithout(tr, change.after[0], place), node);
	}
	editor.view.dispatch(tr);
	// What was pasted has grown by them.
	const grown = change.after.length + tr.doc.childCount - before;
	if (place) change.after = editor.state.doc.children.slice(place.index, place.index + grown);
}

function blockWithId(tr: Transaction, id: BlockId | null): { readonly node: Node; readonly position: number } | null {
	let found: { readonly node: Node; readonly position: number } | null = null;
	if (id === null) return null;
	tr.doc.forEach((node, position) => {
		if (node.attrs.id === id) found = { node, position };
	});
	return found;
}

/** Where the block before a picture is gone or joined another: after the first block of the paste, or after the cursor. */
function placeWithout(tr: Transaction, first: Node | undefined, place: ReturnType<typeof placeOfPasted>): number {
	if (place && first) return place.position + first.nodeSize;
	const { $to } = tr.selection;
	const body = tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize;
	return Math.max($to.depth === 0 ? $to.pos : $to.after(1), body);
}
