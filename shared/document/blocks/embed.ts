import type { MediaPath } from '../../model/block.ts';
import { escapeAttribute, escapeText } from '../../model/inline-html.ts';
import { toLine } from '../../model/text.ts';
import type { NodeJson } from '../body/node-json.ts';
import { knownEmbed } from '../embeds/providers.ts';
import { caption, hostOf, picture } from '../page/markup.ts';
import { pageWords } from '../page/words/index.ts';
import { type BlockModule, type BlockOf, type PublishPicture, plainBlock } from './block-module.ts';

export type EmbedJson = NodeJson<'embed', { url: string; title: string; caption: string; picture: MediaPath | null }>;

/** A page from elsewhere, shown by the site as it can. */
export const embed: BlockModule<BlockOf<'embed'>, EmbedJson> = {
	...plainBlock,
	label: 'Embed',
	nodes: ['embed'],
	parts: {
		url: { kind: 'value', label: 'Address', look: 'address' },
		title: { kind: 'line', label: 'Title' },
		picture: { kind: 'value', label: 'Picture', look: 'picture' },
		caption: { kind: 'line', label: 'Caption' },
	},
	toNode: ({ id, url, title, caption: words, picture: path }) => ({
		type: 'embed',
		attrs: { id, url, title, caption: words, picture: path },
	}),
	toBlock: ({ attrs }, id) => ({
		id,
		type: 'embed',
		url: attrs.url,
		title: toLine(attrs.title),
		caption: toLine(attrs.caption),
		picture: attrs.picture,
	}),
	toHtml: (block, name, context) => {
		const { url } = block;
		const known = knownEmbed(url);
		const site = known?.provider ?? hostOf(url);
		const title = block.title.trim() === '' ? hostOf(url) : block.title;
		const image = block.picture === null ? '' : picture({ media: block.picture, alt: '' }, context);
		const card =
			`${image}<span class="g-embed-host">${escapeText(site)}</span> ` +
			`<span class="g-embed-title">${escapeText(title)}</span>`;
		const link = (words: string) => `<a href="${escapeAttribute(url)}" rel="noopener noreferrer">${words}</a>`;
		if (known === null || known.player === null)
			return `<figure class="g-embed" ${name}>${link(card)}${caption(block.caption)}</figure>`;
		// Out of sight until a reader opens the card, and not loaded before it comes into sight. Without scripts browsers load
		// it at once, which the desk must never do.
		const frame =
			context.hasFrames === true
				? `<iframe src="${escapeAttribute(known.player)}" title="${escapeAttribute(title)}" loading="lazy" ` +
					'sandbox="allow-scripts allow-same-origin allow-popups allow-presentation" allowfullscreen></iframe>'
				: '';
		return (
			`<figure class="g-embed" ${name}><details class="g-embed-${known.kind}"><summary>${card} ` +
			`<span class="g-embed-open">${escapeText(pageWords(context.language).loadFrom(site))}</span></summary>${frame}</details>` +
			`<p class="g-embed-source">${link(escapeText(hostOf(url)))}</p>${caption(block.caption)}</figure>`
		);
	},
	beginning: ({ title, url }) => title || url,
	pictures: ({ picture: media }) => (media === null ? [] : [{ media, alt: '', caption: '', credit: '' }]),
	publish: (block, publishPicture) => {
		const { id, type, url, title, caption: words } = block;
		const known = knownEmbed(url);
		return {
			id,
			type,
			url,
			title,
			caption: words,
			...(known === null ? {} : { provider: known.provider }),
			...(known === null || known.player === null ? {} : { player: known.player }),
			...(block.picture === null ? {} : { picture: cardPicture(block.picture, publishPicture) }),
		};
	},
};

/** A card's picture says nothing that its title does not. */
function cardPicture(media: MediaPath, publishPicture: PublishPicture) {
	const { caption: _, credit: __, ...image } = publishPicture({ media, alt: '', caption: '', credit: '' });
	return image;
}
