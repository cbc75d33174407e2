import { escapeAttribute, escapeText } from '../../model/inline-html.ts';
import { toLine } from '../../model/text.ts';
import type { NodeJson } from '../body/node-json.ts';
import { caption, hostOf } from '../page/markup.ts';
import { type BlockModule, type BlockOf, plainBlock } from './block-module.ts';

export type EmbedJson = NodeJson<'embed', { url: string; title: string; caption: string }>;

/** A page from elsewhere, shown by the site as it can. */
export const embed: BlockModule<BlockOf<'embed'>, EmbedJson> = {
	...plainBlock,
	label: 'Embed',
	nodes: ['embed'],
	parts: {
		url: { kind: 'value', label: 'Address', look: 'address' },
		title: { kind: 'line', label: 'Title' },
		caption: { kind: 'line', label: 'Caption' },
	},
	toNode: (block) => ({
		type: 'embed',
		attrs: { id: block.id, url: block.url, title: block.title, caption: block.caption },
	}),
	toBlock: ({ attrs }, id) => ({
		id,
		type: 'embed',
		url: attrs.url,
		title: toLine(attrs.title),
		caption: toLine(attrs.caption),
	}),
	toHtml: (block, name) => {
		const host = hostOf(block.url);
		const title = block.title.trim() === '' ? host : block.title;
		return (
			`<figure class="g-embed" ${name}><a href="${escapeAttribute(block.url)}" rel="noopener noreferrer">` +
			`<span class="g-embed-host">${escapeText(host)}</span> <span class="g-embed-title">${escapeText(title)}</span></a>` +
			`${caption(block.caption)}</figure>`
		);
	},
	beginning: ({ title, url }) => title || url,
	publish: (block) => ({
		id: block.id,
		type: block.type,
		url: block.url,
		title: block.title,
		caption: block.caption,
	}),
};
