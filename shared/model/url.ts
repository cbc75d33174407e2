import { z } from 'zod';
import { toLine } from './text.ts';

/** Where a link may lead: the web, mail, a telephone, or a place on the reader's own site. */
const linkAddress = /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[^\s]|\/|#|\?)/i;
const webAddress = /^https?:\/\/[^\s/?#\\@]+(?:[/?#]\S*)?$/i;

/** A link's address made safe, or null for one that a reader must not be sent to (`javascript:`, `data:`, `file:` …). */
export function safeHref(untrustedHref: string): string | null {
	const href = toLine(untrustedHref).trim();
	return linkAddress.test(href) ? href : null;
}

/** Whether this is a full `http(s)` address. */
export function isWebUrl(text: string): boolean {
	return webAddress.test(text);
}

/** A full `http` or `https` address. */
export const WebUrl = z
	.string()
	.max(4096)
	.regex(webAddress, { error: 'is not a web address; it must begin with https:// or http://' });

/** A full web address, or empty where none is given. */
export const OptionalWebUrl = z
	.string()
	.max(4096)
	.regex(new RegExp(`^$|${webAddress.source}`, 'i'), {
		error: 'is not a web address; it must be empty or begin with https:// or http://',
	});
