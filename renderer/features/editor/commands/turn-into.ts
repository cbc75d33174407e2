import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { NodeSelection, Selection } from '@tiptap/pm/state';

/** What a block can become. */
export type TurnTarget =
	| 'paragraph'
	| 'subhead'
	| 'quote'
	| 'pullquote'
	| 'bulletList'
	| 'orderedList'
	| 'image'
	| 'gallery';

/** The words of a block as lines, with who said them; null for a block without words of this kind. */
function wordsOf(block: Node): { readonly lines: readonly Fragment[]; readonly speaker: Fragment } | null {
	switch (block.type.name) {
		case 'paragraph':
		case 'subhead':
			return { lines: [block.content], speaker: Fragment.empty };
		case 'quote':
		case 'pullquote':
			return { lines: [block.child(0).content], speaker: block.child(1).content };
		case 'bulletList':
		case 'orderedList': {
			const lines: Fragment[] = [];
			block.descendants((node) => {
				if (node.type.name === 'paragraph') lines.push(node.content);
			});
			return { lines, speaker: Fragment.empty };
		}
		case 'embed': {
			const { url, title, caption } = block.attrs;
			const { schema } = block.type;
			const link = schema.marks.link?.create({ href: url });
			const text = schema.text(title.trim() === '' ? url : title, link === undefined ? [] : [link]);
			const lines = [Fragment.from(text), ...(caption.trim() === '' ? [] : [Fragment.from(schema.text(caption))])];
			return { lines, speaker: Fragment.empty };
		}
		default:
			return null;
	}
}

/** The blocks that stand in its place, the first with its id; null where it cannot become that, or is it already. */
export function turnedInto(block: Node, target: TurnTarget): readonly Node[] | null {
	const { schema } = block.type;
	const { id } = block.attrs;
	if (block.type.name === target && target !== 'subhead') return null;
	if (target === 'image' || target === 'gallery') return pictures(schema, block, target);
	const words = wordsOf(block);
	if (words === null) return null;
	const { lines, speaker } = words;
	const make = (type: string, attrs: object, content: Fragment | readonly Node[]) =>
		schema.nodes[type]?.createChecked({ ...attrs }, content) ?? null;
	const all = (made: readonly (Node | null)[]) => (made.some((one) => one === null) ? null : (made as readonly Node[]));
	switch (target) {
		case 'paragraph':
		case 'subhead': {
			const texts = speaker.size === 0 ? lines : [...lines, speaker];
			return all(
				texts.map((text, index) =>
					// Who said it stays a paragraph, so that no name becomes a title.
					make(index >= lines.length ? 'paragraph' : target, { id: index === 0 ? id : null }, text),
				),
			);
		}
		case 'quote':
		case 'pullquote': {
			const said = lines.flatMap((line, index) =>
				index === 0 ? [line] : [Fragment.from(schema.nodes.hardBreak?.create() ?? null), line],
			);
			const text = make(
				'quoteText',
				{},
				said.reduce((one, other) => one.append(other), Fragment.empty),
			);
			const by = make('attribution', {}, speaker);
			return text === null || by === null ? null : all([make(target, { id }, [text, by])]);
		}
		case 'bulletList':
		case 'orderedList': {
			// A list becomes one of the other kind with all that stands below its items.
			if (block.type.name.endsWith('List')) return all([make(target, block.attrs, block.content)]);
			const items = (speaker.size === 0 ? lines : [...lines, speaker]).map((line) => {
				const paragraph = make('paragraph', {}, line);
				return paragraph === null ? null : make('listItem', {}, [paragraph]);
			});
			const whole = all(items);
			return whole === null ? null : all([make(target, { id }, whole)]);
		}
	}
}

/** A picture as a gallery of one, a gallery as its pictures; its caption becomes a paragraph. */
function pictures(schema: Schema, block: Node, target: 'image' | 'gallery'): readonly Node[] | null {
	const { image, gallery, paragraph } = schema.nodes;
	if (image === undefined || gallery === undefined || paragraph === undefined) return null;
	const { id, size } = block.attrs;
	if (target === 'gallery' && block.type === image) {
		const { media, alt, caption, credit } = block.attrs;
		return [gallery.create({ id, size, images: [{ media, alt, caption, credit }] })];
	}
	if (target === 'image' && block.type === gallery) {
		const { images, caption } = block.attrs as { images: readonly object[]; caption: string };
		return [
			...images.map((picture, index) => image.create({ ...picture, size, id: index === 0 ? id : null })),
			...(caption.trim() === '' ? [] : [paragraph.create(null, schema.text(caption))]),
		];
	}
	return null;
}

/** Turns the block there into another, as one step; false where that cannot be. */
export function turnInto(editor: Editor, position: number, target: TurnTarget): boolean {
	const block = editor.state.doc.nodeAt(position);
	const turned = block === null ? null : turnedInto(block, target);
	if (block === null || turned === null) return false;
	const { tr } = editor.state;
	tr.replaceWith(position, position + block.nodeSize, turned);
	const first = tr.doc.nodeAt(position);
	tr.setSelection(
		first?.isAtom === true ? NodeSelection.create(tr.doc, position) : Selection.near(tr.doc.resolve(position + 1)),
	);
	editor.view.dispatch(closeHistory(tr).scrollIntoView());
	editor.view.focus();
	return true;
}
