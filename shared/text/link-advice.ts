import { withoutTracking } from './without-tracking.ts';

/** What is to be said of a link's address, with the address that mends it. */
export interface LinkAdvice {
	readonly kind: 'tracking' | 'insecure';
	readonly better: string;
}

/** What speaks against an address as it stands: it tells where readers came from, or others can read and change what it brings. */
export function linkAdvice(href: string): readonly LinkAdvice[] {
	const clean = withoutTracking(href);
	return [
		...(clean === href ? [] : [{ kind: 'tracking' as const, better: clean }]),
		...(/^http:\/\//i.test(href) ? [{ kind: 'insecure' as const, better: href.replace(/^http:/i, 'https:') }] : []),
	];
}
