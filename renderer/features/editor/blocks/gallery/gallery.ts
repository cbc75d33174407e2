import { Node } from '@tiptap/core';
import { GalleryBlock } from '#shared/model/block.ts';
import { idAttribute } from '../../extensions/block-id/block-attributes.ts';
import type { MediaOptions } from '../../extensions/media/media-options.ts';
import { galleryView } from './gallery-view.ts';

const Gallery = GalleryBlock.pick({ images: true, caption: true, size: true });

/** Several pictures under one caption. */
export const StoryGallery = Node.create<MediaOptions>({
	name: 'gallery',
	group: 'block',
	atom: true,
	addAttributes: () => ({
		...idAttribute,
		images: { default: [], rendered: false },
		caption: { default: '', rendered: false },
		size: { default: 'column', rendered: false },
	}),
	renderHTML: ({ node, HTMLAttributes }) => [
		'div',
		{
			...HTMLAttributes,
			'data-block-type': 'gallery',
			'data-gallery': JSON.stringify(galleryOf(node.attrs)),
		},
	],
	parseHTML: () => [
		{
			tag: 'div[data-gallery]',
			getAttrs: (element) => readGallery(element.getAttribute('data-gallery') ?? '') ?? false,
		},
	],
	addNodeView() {
		return galleryView(this.options);
	},
});

function readGallery(untrustedJson: string) {
	try {
		const gallery = Gallery.safeParse(JSON.parse(untrustedJson));
		return gallery.success ? gallery.data : null;
	} catch {
		return null; // not written by an editor, so not a gallery
	}
}

function galleryOf({ images, caption, size }: Readonly<Record<string, unknown>>) {
	return { images, caption, size };
}
