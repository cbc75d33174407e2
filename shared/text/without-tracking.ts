import { isWebUrl } from '../model/url.ts';

/** Parameters that say from where a reader came, and nothing of the page. */
const tracking =
	/^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|_hsenc|_hsmi|__hssc|__hstc|hsctatracking|mkt_tok|vero_id|oly_enc_id|oly_anon_id|s_cid|ns_campaign|ns_mchannel|ns_source|ns_linkname|at_campaign|at_medium|cmpid|wt_mc|wt\.mc_id|rb_clickid|srsltid|_ga|_gl|guccounter|guce_referrer|guce_referrer_sig|ref_src|ref_url)$/i;

/** Addresses that only lead on to another, which they name in a parameter. */
const leadingOn: readonly { readonly host: RegExp; readonly path: RegExp; readonly names: readonly string[] }[] = [
	{ host: /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/, path: /^\/url$/, names: ['q', 'url'] },
	{ host: /^lm?\.(?:facebook|instagram)\.com$/, path: /^\/(?:l\.php)?$/, names: ['u'] },
	{ host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, path: /^\//, names: ['url'] },
	{ host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, names: ['q'] },
	{ host: /^(?:www\.)?linkedin\.com$/, path: /^\/redir\/redirect$/, names: ['url'] },
	{ host: /^slack-redir\.net$/, path: /^\/link$/, names: ['url'] },
];

/** The address of a link without what follows readers around; one that only leads on becomes that which it leads to. */
export function withoutTracking(href: string): string {
	let address = href;
	// One may lead to another of its kind; none needs more than a few.
	for (let step = 0; step < 4; step += 1) {
		const target = targetOf(address);
		if (target === null) break;
		address = target;
	}
	const hash = address.indexOf('#');
	const end = hash < 0 ? address.length : hash;
	const question = address.slice(0, end).indexOf('?');
	if (question < 0 || !isWebUrl(address)) return address;
	const kept = address
		.slice(question + 1, end)
		.split('&')
		.filter((part) => !tracking.test(part.split('=', 1)[0] ?? ''));
	return `${address.slice(0, question)}${kept.length > 0 ? `?${kept.join('&')}` : ''}${address.slice(end)}`;
}

function targetOf(address: string): string | null {
	const parts = /^https?:\/\/([^/?#]+)([^?#]*)\?([^#]*)/i.exec(address);
	if (!parts) return null;
	const [, host = '', path = '', query = ''] = parts;
	const found = leadingOn.find((one) => one.host.test(host.toLowerCase()) && one.path.test(path || '/'));
	if (!found) return null;
	for (const part of query.split('&')) {
		const equals = part.indexOf('=');
		if (!found.names.includes(part.slice(0, Math.max(0, equals)))) continue;
		const target = decoded(part.slice(equals + 1));
		if (target !== null && isWebUrl(target)) return target;
	}
	return null;
}

function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text.replace(/\+/g, ' '));
	} catch {
		return null; // cut short, so it leads nowhere
	}
}
