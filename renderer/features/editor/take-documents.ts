import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { ReadDocument } from '#shared/contract/documents.ts';
import { blockToNode } from '#shared/document/body/index.ts';
import { leftOutWords } from '#shared/document/reading/left-out.ts';
import type { Block } from '#shared/model/block.ts';
import { escapeText } from '#shared/model/inline-html.ts';
import type { Host } from '../../host/host.ts';
import { sendDocument } from '../../session/send-document.ts';
import { showToast } from '../../ui/overlays/toast.tsx';
import { newBlockId } from './extensions/block-id/new-block-id.ts';

/** Puts the words and pictures of documents into the body, between the blocks at a place; at the cursor without one. */
export async function takeDocuments(
	editor: Editor,
	host: Host,
	files: readonly File[],
	at: number | null,
): Promise<void> {
	const place = followPlace(editor, at ?? blockEnd(editor));
	try {
		for (const file of files) {
			const answer = await sendDocument(file, (given) => host.documents.read(given));
			if (editor.isDestroyed) return;
			if (!answer.ok) {
				showToast(answer.failure.message);
				continue;
			}
			insertDocument(editor, answer.value, place.now());
			const left = leftOutWords(answer.value.leftOut, answer.value.sites);
			if (left !== null) showToast(left);
		}
	} finally {
		place.end();
	}
}

/** A place between blocks, however the text changes meanwhile. */
function followPlace(editor: Editor, at: number) {
	let place = at;
	const follow = ({ transaction }: { transaction: Transaction }) => {
		place = transaction.mapping.map(place);
	};
	editor.on('transaction', follow);
	return { now: () => place, end: () => void editor.off('transaction', follow) };
}

function blockEnd({ state: { selection, doc } }: Editor): number {
	const { $to } = selection;
	return Math.max($to.depth === 0 ? $to.pos : $to.after(1), doc.child(0).nodeSize + doc.child(1).nodeSize);
}

function insertDocument(editor: Editor, { headline, standfirst, blocks }: ReadDocument, at: number): void {
	const { schema, state } = editor;
	const { tr } = state;
	const head: Block[] = [];
	const heads = [
		[tr.doc.child(0), headline, { id: newBlockId(), type: 'subhead', level: 2, html: escapeText(headline) }],
		[tr.doc.child(1), standfirst, { id: newBlockId(), type: 'paragraph', html: escapeText(standfirst) }],
	] as const;
	const isEmpty = heads.map(([node]) => node.content.size === 0);
	// Where the story has its own, those of the document are words of the body.
	for (const [index, [, words, block]] of heads.entries()) if (words !== '' && !isEmpty[index]) head.push(block);
	const nodes = [...head, ...blocks].map((block) =>
		schema.nodeFromJSON(blockToNode({ ...block, id: newBlockId() }, [])),
	);
	const before = tr.doc.resolve(at).nodeBefore;
	const replaces = isEmptyParagraph(before) && nodes.length > 0;
	tr.replaceWith(replaces && before ? at - before.nodeSize : at, at, nodes);
	for (const [index, [, words]] of [...heads.entries()].reverse()) {
		if (words === '' || !isEmpty[index]) continue;
		const start = index === 0 ? 1 : tr.doc.child(0).nodeSize + 1;
		tr.insert(start, schema.text(words));
	}
	editor.view.dispatch(tr.scrollIntoView());
	editor.view.focus();
}

const isEmptyParagraph = (node: Node | null) => node?.type.name === 'paragraph' && node.content.size === 0;
