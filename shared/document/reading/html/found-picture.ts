import { toLine } from '../../../model/text.ts';
import { isWebUrl } from '../../../model/url.ts';
import type { FoundPicture, PictureSource } from '../read-story.ts';
import type { HtmlElement } from './html-tree.ts';

/** A picture that is a sign of the text, such as 👍, as a character; null for any other. */
export function asCharacter({ attributes }: HtmlElement): string | null {
	const alt = attributes.alt?.trim() ?? '';
	return alt.length <= 16 && /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\ufe0f?\u20e3)/u.test(alt)
		? alt
		: null;
}

/** The picture that an `img` shows; null for one that only counts readers or keeps a distance. */
export function foundPicture({ attributes }: HtmlElement): FoundPicture | null {
	if ([attributes.width, attributes.height].some((size) => size !== undefined && Number.parseInt(size, 10) <= 2))
		return null;
	const source = sourceOf(attributes.src ?? '');
	const later = sourceOf(attributes['data-src'] ?? attributes['data-lazy-src'] ?? attributes['data-original'] ?? '');
	// Pages that load pictures late show a small one until then, or an empty one.
	const isSmall = source?.kind === 'data' && (later !== null || source.base64.length < 120);
	const shown = isSmall ? later : (source ?? later);
	if (shown === null) return null;
	return {
		type: 'found',
		source: shown,
		alt: toLine(attributes.alt ?? '')
			.trim()
			.slice(0, 1000),
		caption: '',
	};
}

function sourceOf(untrustedAddress: string): PictureSource | null {
	const address = untrustedAddress.trim();
	if (address === '') return null;
	const data = /^data:(image\/(?:png|jpeg|gif|webp|avif|svg\+xml))(?:;[\w=.-]+)*;base64,/i.exec(address);
	if (data) {
		const base64 = address.slice(data[0].length).replace(/\s+/g, '');
		return /^[A-Za-z0-9+/]+={0,2}$/.test(base64)
			? { kind: 'data', mediaType: (data[1] ?? '').toLowerCase(), base64 }
			: { kind: 'elsewhere' };
	}
	const url = address.startsWith('//') ? `https:${address}` : address;
	return isWebUrl(url) && url.length <= 4096 ? { kind: 'web', url } : { kind: 'elsewhere' };
}
