/** How a language sets its signs. */
export interface Typography {
	/** Opening and closing marks of a quotation. */
	readonly outer: Quotes;
	/** Those of a quotation within one. */
	readonly inner: Quotes;
	/** What stands between outer marks and the words within them; empty for nothing. */
	readonly within: string;
	/** The space before `;`, `!` and `?`, and the one before `:`; null where a language has none there. */
	readonly beforeSigns: { readonly high: string; readonly colon: string } | null;
	/** Two hyphens. */
	readonly dash: string;
}

export interface Quotes {
	readonly open: string;
	readonly close: string;
}

const noBreak = '\u00a0';
const narrow = '\u202f';
const enDash = '–';
const emDash = '—';
/** In the word, before a letter that is left out, and where a quotation has other marks. */
export const apostrophe = '’';

/** Behind these a quotation may begin, in every language. */
export const opensAfter = /(?:^|[\s([{<–—/¿¡-])$/;

const quotes = (marks: string): Quotes => ({ open: marks.slice(0, 1), close: marks.slice(1) });
const set = (outer: string, inner: string, more: Partial<Typography> = {}): Typography => ({
	outer: quotes(outer),
	inner: quotes(inner),
	within: '',
	beforeSigns: null,
	dash: enDash,
	...more,
});

const english = set('“”', '‘’');
const german = set('„“', '‚‘');
const guillemets = set('«»', '“”');
const nordic = set('””', '’’');

/**
 * By BCP 47 tags, the longer one first. After what the style books of the big newspapers and the Unicode CLDR's delimiters say;
 * where they differ, what most newspapers print.
 */
const table: Readonly<Record<string, Typography>> = {
	en: english,
	'en-us': set('“”', '‘’', { dash: emDash }),
	ar: guillemets,
	be: set('«»', '„“'),
	bg: german,
	ca: guillemets,
	cs: german,
	da: set('»«', '›‹'),
	de: german,
	'de-ch': set('«»', '‹›'),
	'de-li': set('«»', '‹›'),
	el: guillemets,
	es: guillemets,
	'es-mx': english,
	'es-us': english,
	et: german,
	fa: set('«»', '‹›'),
	fi: nordic,
	fr: set('«»', '“”', { within: narrow, beforeSigns: { high: narrow, colon: noBreak } }),
	// In Quebec the high signs stand at the word.
	'fr-ca': set('«»', '“”', { within: noBreak, beforeSigns: { high: '', colon: noBreak } }),
	'fr-ch': set('«»', '‹›', { within: narrow, beforeSigns: { high: narrow, colon: narrow } }),
	hr: set('„”', '‚’'),
	hu: set('„”', '»«'),
	hy: set('«»', '“”'),
	is: german,
	it: guillemets,
	'it-ch': set('«»', '‹›'),
	ja: set('「」', '『』'),
	ka: german,
	lt: german,
	lv: english,
	mk: german,
	nb: set('«»', '‘’'),
	nl: english,
	nn: set('«»', '‘’'),
	no: set('«»', '‘’'),
	pl: set('„”', '«»'),
	pt: guillemets,
	'pt-br': english,
	ro: set('„”', '«»'),
	ru: set('«»', '„“'),
	sk: german,
	sl: german,
	sq: set('„“', '‘’'),
	sr: set('„”', '’’'),
	sv: nordic,
	uk: set('«»', '„“'),
	'zh-hant': set('「」', '『』'),
	'zh-hk': set('「」', '『』'),
	'zh-tw': set('「」', '『』'),
};

/** How a language (a BCP 47 tag) sets its signs; as English does where the table says nothing. */
export function typographyOf(language: string): Typography {
	const parts = language.toLowerCase().split('-');
	for (let count = parts.length; count > 0; count -= 1) {
		const found = table[parts.slice(0, count).join('-')];
		if (found !== undefined) return found;
	}
	return english;
}
