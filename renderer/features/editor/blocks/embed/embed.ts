import { Node } from '@tiptap/core';
import { MediaPath } from '#shared/model/block.ts';
import { isWebUrl } from '#shared/model/url.ts';
import { idAttribute } from '../../extensions/block-id/block-attributes.ts';
import type { MediaOptions } from '../../extensions/media/media-options.ts';
import { embedView } from './embed-view.ts';
import { offerCards } from './offer-cards.ts';

const field = { default: '', rendered: false };

/** A page from elsewhere. The editor shows a card, never its markup. */
export const Embed = Node.create<MediaOptions>({
	name: 'embed',
	group: 'block',
	atom: true,
	addAttributes: () => ({
		...idAttribute,
		url: { default: 'https://example.org/', rendered: false },
		title: field,
		caption: field,
		picture: { default: null, rendered: false },
	}),
	renderHTML: ({ node, HTMLAttributes }) => [
		'div',
		{
			...HTMLAttributes,
			'data-block-type': 'embed',
			'data-embed': node.attrs.url,
			'data-title': node.attrs.title,
			'data-caption': node.attrs.caption,
			'data-card': node.attrs.picture,
		},
	],
	parseHTML: () => [
		{
			tag: 'div[data-embed]',
			getAttrs: (element) => {
				const url = element.getAttribute('data-embed') ?? '';
				if (!isWebUrl(url)) return false;
				return {
					url,
					title: element.getAttribute('data-title') ?? '',
					caption: element.getAttribute('data-caption') ?? '',
					picture: MediaPath.safeParse(element.getAttribute('data-card')).data ?? null,
				};
			},
		},
	],
	addNodeView() {
		return embedView(this.options);
	},
	addProseMirrorPlugins() {
		return [offerCards(this.editor)];
	},
});
