import type { Picture, PictureSize } from '../../model/block.ts';
import { toLine } from '../../model/text.ts';
import type { NodeJson } from '../body/node-json.ts';
import { picture, pictureWords } from '../page/markup.ts';
import { publishedSize, sizeClass, sizeWords } from '../page/picture-size.ts';
import { type BlockModule, type BlockOf, plainBlock } from './block-module.ts';

export type ImageJson = NodeJson<'image', Picture & { size: PictureSize }>;

export const image: BlockModule<BlockOf<'image'>, ImageJson> = {
	...plainBlock,
	label: 'Picture',
	nodes: ['image'],
	parts: {
		media: { kind: 'value', label: 'Picture', look: 'picture', ownsWords: true },
		focus: {
			kind: 'value',
			label: 'Focus point',
			words: (focus) => focus?.map((fraction) => `${Math.round(fraction * 100)}%`).join(' ') ?? 'None',
		},
		size: { kind: 'value', label: 'Size', words: (size) => sizeWords[size] },
		alt: { kind: 'line', label: 'Alt text' },
		caption: { kind: 'line', label: 'Caption' },
		credit: { kind: 'line', label: 'Credit' },
	},
	toNode: ({ id, media, alt, caption, credit, focus, size }) => ({
		type: 'image',
		attrs: { id, media, alt, caption, credit, focus, size },
	}),
	toBlock: ({ attrs: { media, alt, caption, credit, focus, size } }, id) => ({
		id,
		type: 'image',
		media,
		alt: toLine(alt),
		caption: toLine(caption),
		credit: toLine(credit),
		focus,
		size,
	}),
	toHtml: (block, name, context) =>
		`<figure class="g-figure${sizeClass(block)}" ${name}>${picture(block, context)}${pictureWords(block)}</figure>`,
	beginning: ({ caption, alt }) => caption || alt || 'Picture',
	pictures: (block) => [block],
	check: ({ alt }) =>
		alt.trim() === '' ? [{ check: 'image-alt-missing', message: 'A picture in the body has no alt text' }] : [],
	publish: (block, publishPicture) => ({
		id: block.id,
		type: block.type,
		...publishPicture(block),
		focus: block.focus && [...block.focus],
		...publishedSize(block),
	}),
};
