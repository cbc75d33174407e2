import type { GalleryPicture } from '../../model/block.ts';
import { canonicalInlineHtml, escapeAttribute, escapeText, type SafeHtml } from '../../model/inline-html.ts';
import type { BlockContext } from '../blocks/block-module.ts';

/** The element id of a block on its page; corrections lead to it. */
export function blockAnchor(id: string): string {
	return `block-${id}`;
}

/** Inline HTML for a page: sanitised once more, and links elsewhere tell that site nothing. */
export function inline(untrustedHtml: string): SafeHtml {
	// In canonical HTML a "<" is always markup, so this touches no text.
	return canonicalInlineHtml(untrustedHtml).replace(/<a href="(?=https?:)/gi, '<a rel="noopener noreferrer" href="');
}

/** The words under a figure; empty without any. */
export function caption(text: string): SafeHtml {
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

/** The host of a web address, without `www.`. */
export function hostOf(url: string): string {
	return (/^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? url).replace(/^www\./i, '');
}

/** A part of the page with a title of its own. */
export function section(name: string, title: string, content: SafeHtml): SafeHtml {
	return `<section class="g-${name}" aria-labelledby="g-${name}-title"><h2 class="g-section-title" id="g-${name}-title">${escapeText(title)}</h2>${content}</section>`;
}
