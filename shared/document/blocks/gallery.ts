import type { GalleryPicture, PictureSize } from '../../model/block.ts';
import { toLine } from '../../model/text.ts';
import type { NodeJson } from '../body/node-json.ts';
import { mergeList } from '../merge/merge-list.ts';
import { mergeGalleryPicture } from '../merge/merge-picture.ts';
import { caption, picture, pictureWords } from '../page/markup.ts';
import { publishedSize, sizeClass, sizeWords } from '../page/picture-size.ts';
import { type BlockModule, type BlockOf, plainBlock } from './block-module.ts';

export type GalleryJson = NodeJson<
	'gallery',
	{ images: readonly GalleryPicture[]; caption: string; size: PictureSize }
>;

export const gallery: BlockModule<BlockOf<'gallery'>, GalleryJson> = {
	...plainBlock,
	label: 'Gallery',
	nodes: ['gallery'],
	parts: {
		images: {
			kind: 'entries',
			label: 'Pictures',
			look: 'pictures',
			format: 'line',
			lines: (images) =>
				images.map(({ media, alt, caption: words, credit }) => ({
					depth: 0,
					ordered: null,
					texts: [media, alt, words, credit],
				})),
			edit: (images, edit) =>
				images.map((image) => ({
					...image,
					alt: edit(image.alt),
					caption: edit(image.caption),
					credit: edit(image.credit),
				})),
			merge: (versions) => mergeList(versions, mergeGalleryPicture),
		},
		size: { kind: 'value', label: 'Size', words: (size) => sizeWords[size] },
		caption: { kind: 'line', label: 'Caption' },
	},
	toNode: (block) => ({
		type: 'gallery',
		attrs: { id: block.id, images: block.images, caption: block.caption, size: block.size },
	}),
	toBlock: ({ attrs }, id) => ({
		id,
		type: 'gallery',
		images: [...attrs.images],
		caption: toLine(attrs.caption),
		size: attrs.size,
	}),
	toHtml: (block, name, context) => {
		const pictures = block.images.map(
			(image) => `<li><figure>${picture(image, context)}${pictureWords(image)}</figure></li>`,
		);
		return `<figure class="g-gallery${sizeClass(block)}" ${name}><ul>${pictures.join('')}</ul>${caption(block.caption)}</figure>`;
	},
	beginning: (block) => block.caption || 'Gallery',
	pictures: ({ images }) => images,
	check: ({ images }) =>
		images.flatMap(({ alt }, index) =>
			alt.trim() === ''
				? [
						{
							check: 'gallery-alt-missing' as const,
							message: `Picture ${index + 1} of a gallery has no alt text`,
						},
					]
				: [],
		),
	publish: (block, publishPicture) => ({
		id: block.id,
		type: block.type,
		images: block.images.map(publishPicture),
		caption: block.caption,
		...publishedSize(block),
	}),
};
