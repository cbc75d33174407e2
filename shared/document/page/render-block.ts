import type { KeyPoint } from '../../model/article.ts';
import type { Block, GalleryPicture, ListBody, MediaPath } from '../../model/block.ts';
import { canonicalInlineHtml, escapeAttribute, escapeText, type SafeHtml } from '../inline-html.ts';

/** What a block's markup takes from its story and site. */
export interface BlockContext {
	readonly keyPoints: readonly KeyPoint[];
	mediaUrl(path: MediaPath): string;
}

interface Rendered {
	readonly mediaUrl: BlockContext['mediaUrl'];
	readonly keyPoints: readonly KeyPoint[] | null;
	readonly html: SafeHtml;
}

const cache = new WeakMap<Block, Rendered>();

/** One block as one HTML element with `data-block`; the same block object is rendered once. */
export function renderBlock(block: Block, context: BlockContext): SafeHtml {
	const known = cache.get(block);
	const keyPoints = block.type === 'keyPoints' ? context.keyPoints : null;
	if (known && known.mediaUrl === context.mediaUrl && known.keyPoints === keyPoints) return known.html;
	const html = blockHtml(block, context);
	cache.set(block, { mediaUrl: context.mediaUrl, keyPoints, html });
	return html;
}

/** The element id of a block on its page; corrections lead to it. */
export function blockAnchor(id: string): string {
	return `block-${id}`;
}

/** The same, rendered anew: for a story that is read once, where what is kept by block only takes memory. */
export function blockHtml(block: Block, context: BlockContext): SafeHtml {
	const name = `id="${escapeAttribute(blockAnchor(block.id))}" data-block="${escapeAttribute(block.id)}"`;
	switch (block.type) {
		case 'paragraph':
			return `<p ${name}>${inline(block.html)}</p>`;
		case 'subhead':
			return `<h${block.level} ${name}>${inline(block.html)}</h${block.level}>`;
		case 'keyPoints':
			return keyPointsBox(name, context.keyPoints);
		case 'quote':
			return `<figure class="g-quote" ${name}><blockquote><p>${inline(block.html)}</p></blockquote>${attribution(block.attribution)}</figure>`;
		case 'pullquote':
			return `<figure class="g-pullquote" ${name}><blockquote><p>${inline(block.html)}</p></blockquote>${attribution(block.attribution)}</figure>`;
		case 'list':
			return list(block, ` ${name}`);
		case 'image':
			return `<figure class="g-figure" ${name}>${picture(block, context)}${pictureWords(block)}</figure>`;
		case 'gallery': {
			const pictures = block.images.map(
				(image) => `<li><figure>${picture(image, context)}${pictureWords(image)}</figure></li>`,
			);
			return `<figure class="g-gallery" ${name}><ul>${pictures.join('')}</ul>${caption(block.caption)}</figure>`;
		}
		case 'embed': {
			const host = hostOf(block.url);
			const title = block.title.trim() === '' ? host : block.title;
			return (
				`<figure class="g-embed" ${name}><a href="${escapeAttribute(block.url)}" rel="noopener noreferrer">` +
				`<span class="g-embed-host">${escapeText(host)}</span> <span class="g-embed-title">${escapeText(title)}</span></a>` +
				`${caption(block.caption)}</figure>`
			);
		}
		case 'table':
			return table(block.rows, block.headerRow, block.caption, name);
		case 'divider':
			return `<hr ${name}>`;
	}
}

function keyPointsBox(name: string, keyPoints: readonly KeyPoint[]): SafeHtml {
	const points = keyPoints.filter((point) => point.text.trim() !== '');
	const items = points.map((point) => `<li>${escapeText(point.text)}</li>`).join('');
	return `<aside class="g-key-points" aria-label="Key points" ${name}><p class="g-box-title">Key points</p>${items === '' ? '' : `<ul>${items}</ul>`}</aside>`;
}

/** Inline HTML for a page: sanitised once more, and links elsewhere tell that site nothing. */
export function inline(untrustedHtml: string): SafeHtml {
	// In canonical HTML a "<" is always markup, so this touches no text.
	return canonicalInlineHtml(untrustedHtml).replace(/<a href="(?=https?:)/gi, '<a rel="noopener noreferrer" href="');
}

function attribution(text: string): SafeHtml {
	return text.trim() === '' ? '' : `<figcaption>${escapeText(text)}</figcaption>`;
}

function caption(text: string): SafeHtml {
	return text.trim() === '' ? '' : `<figcaption>${escapeText(text)}</figcaption>`;
}

/** The picture itself. */
export function picture(
	image: Pick<GalleryPicture, 'media' | 'alt'>,
	context: Pick<BlockContext, 'mediaUrl'>,
): SafeHtml {
	return `<img src="${escapeAttribute(context.mediaUrl(image.media))}" alt="${escapeAttribute(image.alt)}">`;
}

/** What stands under a picture: its caption and who made it. */
export function pictureWords(image: Pick<GalleryPicture, 'caption' | 'credit'>): SafeHtml {
	const credit = image.credit.trim() === '' ? '' : `<span class="g-credit">${escapeText(image.credit)}</span>`;
	const words = [escapeText(image.caption.trim()), credit].filter((part) => part !== '').join(' ');
	return words === '' ? '' : `<figcaption>${words}</figcaption>`;
}

function list(body: ListBody, attributes = ''): SafeHtml {
	const tag = body.ordered ? 'ol' : 'ul';
	const items = body.items.map((item) => `<li>${inline(item.html)}${item.children ? list(item.children) : ''}</li>`);
	return `<${tag}${attributes}>${items.join('')}</${tag}>`;
}

function table(rows: readonly (readonly string[])[], headerRow: boolean, words: string, name: string): SafeHtml {
	const row = (cells: readonly string[], open: string, close: string) =>
		`<tr>${cells.map((cell) => `<${open}>${inline(cell)}</${close}>`).join('')}</tr>`;
	const [first, ...rest] = rows;
	const head = headerRow && first ? `<thead>${row(first, 'th scope="col"', 'th')}</thead>` : '';
	const body = (headerRow ? rest : rows).map((cells) => row(cells, 'td', 'td')).join('');
	// A wide table scrolls by itself, so it can be reached with the keyboard.
	return (
		`<figure class="g-table" ${name}><div class="g-table-scroll" tabindex="0" role="group" aria-label="${escapeAttribute(words.trim() || 'Table')}">` +
		`<table>${head}${body === '' ? '' : `<tbody>${body}</tbody>`}</table></div>${caption(words)}</figure>`
	);
}

/** The host of a web address, without `www.`. */
export function hostOf(url: string): string {
	return (/^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? url).replace(/^www\./i, '');
}
