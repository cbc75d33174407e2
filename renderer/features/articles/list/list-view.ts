import type { Queue } from '#shared/contract/articles.ts';

/** What the list of stories shows. */
export type ListView =
	| { readonly kind: 'queue'; readonly queue: Queue }
	| { readonly kind: 'category'; readonly slug: string }
	| { readonly kind: 'trash' }
	| { readonly kind: 'damaged' };

/** Where the list begins, and where a search goes from what cannot be searched. */
export const allStories: ListView = { kind: 'queue', queue: 'all' };
