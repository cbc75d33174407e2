import { Node } from '@tiptap/core';
import { idAttribute } from '../../extensions/block-id/block-attributes.ts';
import type { MediaOptions } from '../../extensions/media/media-options.ts';
import { imageView } from './image-view.ts';
import { readPicture } from './read-picture.ts';

const field = { default: '', rendered: false };

/** A picture of the newsroom with alt text, caption and credit. Pictures of other pages are not pasted, only files. */
export const StoryImage = Node.create<MediaOptions>({
	name: 'image',
	group: 'block',
	atom: true,
	addAttributes: () => ({
		...idAttribute,
		media: { default: '', rendered: false },
		alt: field,
		caption: field,
		credit: field,
		focus: { default: null, rendered: false },
		size: { default: 'column', rendered: false },
	}),
	renderHTML: ({ node, HTMLAttributes }) => [
		'figure',
		{ ...HTMLAttributes, 'data-block-type': 'image', 'data-picture': JSON.stringify(pictureOf(node.attrs)) },
	],
	parseHTML: () => [
		{
			tag: 'figure[data-picture]',
			getAttrs: (element) => readPicture(element.getAttribute('data-picture')) ?? false,
		},
	],
	addNodeView() {
		return imageView(this.options);
	},
});

function pictureOf({ media, alt, caption, credit, focus, size }: Readonly<Record<string, unknown>>) {
	return { media, alt, caption, credit, focus, size };
}
