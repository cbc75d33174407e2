import { transliterate } from 'transliteration';
import type { Slug } from '../model/category.ts';

const longestSlug = 80;

/** Makes a name for addresses from a headline in any script: at most 80 characters, cut at a word; `story` when nothing is left. */
export function slugify(headline: string): Slug {
	const words = transliterate(headline)
		.normalize('NFKD')
		// An apostrophe stands inside a word: "don't" is "dont", not "don-t".
		.replace(/['’ʼ`]|[\u0300-\u036f]/g, '')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
	let slug = '';
	for (const word of words) {
		const longer = slug === '' ? word.slice(0, longestSlug) : `${slug}-${word}`;
		if (longer.length > longestSlug) break;
		slug = longer;
	}
	return slug === '' ? 'story' : slug;
}

/** Whether a slug was given to a story before it had a headline; leaving the drafts, it gets one of its own. */
export function isPlaceholderSlug(slug: Slug): boolean {
	return /^story(?:-\d+)?$/.test(slug);
}

/** The wanted slug, or with `-2`, `-3` … behind it when it is taken. */
export function uniqueSlug(wanted: Slug, taken: (slug: Slug) => boolean): Slug {
	if (!taken(wanted)) return wanted;
	for (let number = 2; ; number += 1) {
		const suffix = `-${number}`;
		const candidate = `${wanted.slice(0, 96 - suffix.length).replace(/-+$/, '')}${suffix}`;
		if (!taken(candidate)) return candidate;
	}
}
