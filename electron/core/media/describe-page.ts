import { Parser } from 'htmlparser2';
import type { PageDescription } from '#shared/contract/newsroom.ts';
import { knownEmbed } from '#shared/document/embeds/providers.ts';
import { toLine } from '#shared/model/text.ts';
import { isWebUrl } from '#shared/model/url.ts';
import { fetchPicture } from './fetch-picture.ts';
import { fetchWeb } from './fetch-web.ts';
import type { MediaStore } from './media-store.ts';

const page = {
	what: 'page',
	accept: 'text/html,application/xhtml+xml,application/json',
	largest: 4 * 1024 * 1024,
	instead: 'Type its title, or try again later.',
};
/** What stands at the beginning of a page says what it is. */
const beginning = 512 * 1024;

/**
 * Asks a page of the web, or the service of its site, for its title and picture, and stores the picture; null for what it
 * does not say. A picture that cannot be had is no failure.
 */
export async function describePage(
	url: string,
	media: Pick<MediaStore, 'add'>,
	mayReach?: (address: string) => boolean,
): Promise<PageDescription> {
	const tells = knownEmbed(url)?.tells ?? null;
	const source = tells ?? url;
	const bytes = await fetchWeb(source, page, mayReach);
	const text = bytes.subarray(0, tells === null ? beginning : undefined).toString('utf8');
	const said = tells === null ? readPage(text) : readService(text);
	const title = toLine(said.title.replace(/\s+/g, ' ')).trim().slice(0, 300);
	const address = said.picture !== '' && URL.canParse(said.picture, source) ? new URL(said.picture, source).href : '';
	return {
		title: title === '' ? null : title,
		picture: isWebUrl(address) ? await stored(address, media, mayReach) : null,
	};
}

async function stored(url: string, media: Pick<MediaStore, 'add'>, mayReach?: (address: string) => boolean) {
	try {
		return (await media.add(url, (await fetchPicture(url, mayReach)).toString('base64'))).media;
	} catch {
		return null; // The title alone makes a card.
	}
}

interface Said {
	readonly title: string;
	readonly picture: string;
}

/** The answer of a service (oEmbed). */
function readService(untrustedJson: string): Said {
	let answer: unknown;
	try {
		answer = JSON.parse(untrustedJson);
	} catch {
		return { title: '', picture: '' }; // It answers a page where it does not know the address.
	}
	const text = (name: string) => {
		const value = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
		return typeof value === 'string' ? value : '';
	};
	return { title: text('title'), picture: text('thumbnail_url') };
}

/** What the head of a page says for those who link to it. */
function readPage(untrustedHtml: string): Said {
	const said = new Map<string, string>();
	let title = '';
	let inTitle = false;
	const parser = new Parser({
		onopentag(name, { property, name: label, content }) {
			const key = (property ?? label ?? '').toLowerCase();
			if (name === 'meta' && content !== undefined && !said.has(key)) said.set(key, content);
			inTitle = name === 'title' && title === '';
		},
		ontext(text) {
			if (inTitle) title += text;
		},
		onclosetag() {
			inTitle = false;
		},
	});
	parser.end(untrustedHtml);
	return {
		title: said.get('og:title') ?? said.get('twitter:title') ?? title,
		picture: said.get('og:image') ?? said.get('twitter:image') ?? '',
	};
}
