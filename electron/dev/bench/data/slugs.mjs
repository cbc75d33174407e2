import { transliterate } from 'transliteration';

const longest = 80;

/** Makes slugs as Galley does (`shared/text/slug.ts`), each only once. */
export function slugMaker() {
	const used = new Map();
	return (headline) => {
		const slug = slugOf(headline);
		const before = used.get(slug) ?? 0;
		used.set(slug, before + 1);
		if (before === 0) return slug;
		const numbered = `${slug}-${before + 1}`;
		used.set(numbered, (used.get(numbered) ?? 0) + 1);
		return numbered;
	};
}

function slugOf(headline) {
	// Plain English needs no transliteration, which is slow.
	const latin = /^[\x20-\x7e’“”]*$/.test(headline) ? headline : transliterate(headline).normalize('NFKD');
	const words = latin
		.replace(/['’ʼ`]|[\u0300-\u036f]/g, '')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
	let slug = '';
	for (const word of words) {
		const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`;
		if (longer.length > longest) break;
		slug = longer;
	}
	return slug === '' ? 'story' : slug;
}
