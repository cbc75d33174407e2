import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isWebUrl } from '#shared/model/url.ts';
import { withoutTracking } from '#shared/text/without-tracking.ts';
import { firstBlockIndex } from '../../extensions/move/move-node.ts';

const known = new WeakMap<Node, string | null>();

/** The address that is all that a paragraph holds; null for any other block. */
function addressIn(node: Node): string | null {
	let address = known.get(node);
	if (address === undefined) {
		const text = node.type.name === 'paragraph' && node.content.size < 2000 ? node.textContent.trim() : '';
		address = isWebUrl(text) ? text : null;
		known.set(node, address);
	}
	return address;
}

/** Offers to make a card of an address that stands alone in its paragraph. */
export function offerCards(editor: Editor): Plugin {
	return new Plugin({
		key: new PluginKey('offerCards'),
		props: {
			decorations: ({ doc }) => {
				const offers: Decoration[] = [];
				doc.forEach((node, offset, index) => {
					if (index < firstBlockIndex || addressIn(node) === null) return;
					const end = offset + node.nodeSize - 1;
					offers.push(
						Decoration.widget(end, (_view, getPos) => offer(editor, getPos), {
							side: 1,
							key: 'card',
							stopEvent: () => true,
						}),
					);
				});
				return offers.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, offers);
			},
		},
	});
}

function offer(editor: Editor, getPos: () => number | undefined): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'card-offer';
	button.contentEditable = 'false';
	button.textContent = 'Show as a card';
	button.addEventListener('mousedown', (event) => event.preventDefault());
	button.addEventListener('click', () => {
		const position = getPos();
		if (position !== undefined) cardInPlace(editor, position);
	});
	return button;
}

/** Makes a card of the address that stands alone in the paragraph there; false where none does. */
export function cardInPlace(editor: Editor, position: number): boolean {
	if (!editor.isEditable) return false;
	const $position = editor.state.doc.resolve(position);
	const paragraph = $position.depth === 1 ? $position.parent : null;
	const address = paragraph === null ? null : addressIn(paragraph);
	const embed = editor.schema.nodes.embed;
	if (paragraph === null || address === null || embed === undefined) return false;
	const card = embed.create({ id: paragraph.attrs.id, url: withoutTracking(address) });
	return editor
		.chain()
		.command(({ tr }) => {
			tr.replaceWith($position.before(1), $position.after(1), card);
			return true;
		})
		.setNodeSelection($position.before(1))
		.focus()
		.run();
}
