import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { GalleryPicture } from '#shared/model/block.ts';
import { blockPanel } from '../../extensions/media/block-panel.ts';
import { blockView, changeAttribute, removeNode, selectBlock } from '../../extensions/media/block-view.ts';
import type { MediaOptions } from '../../extensions/media/media-options.ts';
import { type PictureFrame, pictureFrame } from '../../extensions/media/picture-frame.ts';
import { dragPictures } from './drag-picture.ts';
import { type GalleryFields, galleryFields } from './gallery-fields.ts';
import './gallery.css';
import { movePicture } from './move-picture.ts';

interface Shown {
	readonly item: HTMLElement;
	readonly button: HTMLButtonElement;
	readonly frame: PictureFrame;
}

/** The pictures of a gallery as on the page; while it is selected they are put in order, and one of them has its fields. */
export function galleryView(media: MediaOptions): NodeViewRenderer {
	return (props) => {
		let images: readonly GalleryPicture[] = [];
		let current = 0;
		let fields: GalleryFields | null = null;
		let node = props.node;
		let shown: readonly Shown[] = [];
		const arrange = (next: readonly GalleryPicture[]) => changeAttribute(props, 'images', next, true);
		const grid = document.createElement('ul');
		grid.className = 'gallery-grid';
		const caption = document.createElement('p');
		caption.className = 'gallery-caption';
		caption.dir = 'auto';
		const panel = blockPanel('Gallery');

		const choose = (index: number) => {
			current = Math.max(0, Math.min(images.length - 1, index));
			selectBlock(props);
			show(node);
		};
		const move = (from: number, to: number) => {
			const next = movePicture(images, from, to);
			if (next === images) return;
			current = to;
			arrange(next);
			shown[to]?.button.focus();
		};
		const remove = (index: number) => {
			const left = images.filter((_, at) => at !== index);
			if (left.length === 0) return removeNode(props);
			current = Math.min(index, left.length - 1);
			arrange(left);
			shown[current]?.button.focus();
		};
		const makeItem = (index: number): Shown => {
			const item = document.createElement('li');
			const frame = pictureFrame(media, () => {
				choose(index);
				fields?.focusAlt();
			});
			// The picture is what is pressed, dragged and moved with the keys.
			const button = document.createElement('button');
			button.type = 'button';
			button.className = 'gallery-picture';
			frame.picture.replaceWith(button);
			button.append(frame.picture);
			button.addEventListener('click', () => choose(index));
			button.addEventListener('keydown', (event) => onKey(event, index));
			item.append(frame.element);
			return { item, button, frame };
		};
		const onKey = (event: KeyboardEvent, index: number) => {
			const isRtl = getComputedStyle(grid).direction === 'rtl';
			const by =
				event.key === 'ArrowDown' || event.key === (isRtl ? 'ArrowLeft' : 'ArrowRight')
					? 1
					: event.key === 'ArrowUp' || event.key === (isRtl ? 'ArrowRight' : 'ArrowLeft')
						? -1
						: 0;
			if (by !== 0 && event.altKey) move(index, index + by);
			else if (by !== 0) shown[index + by]?.button.focus();
			else if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
			else return;
			event.preventDefault();
			event.stopPropagation();
		};
		dragPictures(grid, move);

		const show = (next: Node) => {
			node = next;
			images = next.attrs.images;
			current = Math.max(0, Math.min(images.length - 1, current));
			view.dom.dataset.size = next.attrs.size;
			if (shown.length !== images.length) {
				shown = images.map((_, index) => makeItem(index));
				grid.replaceChildren(...shown.map(({ item }) => item));
			}
			for (const [index, image] of images.entries()) {
				const entry = shown[index];
				if (!entry) continue;
				entry.frame.show(image);
				entry.button.ariaLabel = `Picture ${index + 1} of ${images.length}${image.alt === '' ? '' : `: ${image.alt}`}`;
				entry.button.toggleAttribute('data-current', index === current);
			}
			caption.textContent = next.attrs.caption;
			caption.hidden = next.attrs.caption.trim() === '';
			fields?.show(next, current);
		};
		const view = blockView(props, 'story-gallery', show, {
			onSelected: () => {
				fields ??= galleryFields(props, panel, {
					change: (part) =>
						changeAttribute(
							props,
							'images',
							images.map((image, at) => (at === current ? { ...image, ...part } : image)),
						),
					move: (by) => move(current, current + by),
					remove: () => remove(current),
					add: (more) => arrange([...images, ...more]),
					pictures: () => shown.map(({ frame }) => frame.picture),
				});
				fields.show(node, current);
			},
		});
		view.dom.append(grid, caption, panel);
		show(props.node);
		return view;
	};
}
