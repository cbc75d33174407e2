import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { GalleryPicture } from '#shared/model/block.ts';
import { type AttributeField, attributeField } from '../../extensions/media/attribute-field.ts';
import { blockButton, blockView, changeAttribute, removeNode } from '../../extensions/media/block-view.ts';
import type { MediaOptions } from '../../extensions/media/media-options.ts';
import './gallery.css';

const words = [
	['alt', 'Alt text', 'Describe the picture'],
	['caption', 'Caption', 'What it shows'],
	['credit', 'Credit', 'Who made it'],
] as const;

/** The pictures of a gallery side by side, each with its words. */
export function galleryView({ mediaUrl }: MediaOptions): NodeViewRenderer {
	return (props) => {
		let images: readonly GalleryPicture[] = [];
		const change = (next: readonly GalleryPicture[]) => changeAttribute(props, 'images', next);
		const grid = document.createElement('ul');
		grid.className = 'gallery-grid';
		const caption = attributeField(props.editor, {
			label: 'Gallery caption',
			placeholder: 'What the pictures show together',
			change: (value) => changeAttribute(props, 'caption', value),
		});
		let shown: { item: HTMLElement; picture: HTMLImageElement; fields: Map<string, AttributeField> }[] = [];

		const makeItem = (index: number) => {
			const item = document.createElement('li');
			const picture = document.createElement('img');
			picture.draggable = false;
			picture.loading = 'lazy';
			picture.decoding = 'async';
			const fields = new Map(
				words.map(([name, label, placeholder]) => [
					name,
					attributeField(props.editor, {
						label,
						placeholder,
						required: name === 'alt',
						change: (value) => change(images.map((each, at) => (at === index ? { ...each, [name]: value } : each))),
					}),
				]),
			);
			const remove = blockButton(`Remove picture ${index + 1}`, 'Remove', () => {
				const left = images.filter((_, at) => at !== index);
				if (left.length === 0) removeNode(props);
				else change(left);
			});
			item.append(picture, ...[...fields.values()].map((field) => field.element), remove);
			return { item, picture, fields };
		};
		const show = (node: Node) => {
			images = node.attrs.images;
			if (shown.length !== images.length) {
				shown = images.map((_, index) => makeItem(index));
				grid.replaceChildren(...shown.map(({ item }) => item));
			}
			for (const [index, image] of images.entries()) {
				const entry = shown[index];
				if (!entry) continue;
				const source = mediaUrl(image.media);
				if (entry.picture.getAttribute('src') !== source) entry.picture.src = source;
				entry.picture.alt = image.alt;
				for (const [name] of words) entry.fields.get(name)?.show(image[name]);
			}
			caption.show(node.attrs.caption);
		};
		const view = blockView(props, 'story-gallery', show);
		view.dom.append(grid, caption.element);
		show(props.node);
		return view;
	};
}
