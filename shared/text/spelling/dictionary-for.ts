/** The dictionaries that Galley brings. Those of German, Italian and Ukrainian may only be given away under the GPL. */
export const dictionaryNames = [
	'en',
	'en-au',
	'en-ca',
	'en-gb',
	'es',
	'fr',
	'nl',
	'pl',
	'pt',
	'pt-pt',
	'ru',
	'sv',
	'tr',
] as const;
export type DictionaryName = (typeof dictionaryNames)[number];

const known: ReadonlySet<string> = new Set(dictionaryNames);

/**
 * The dictionary for a story's language; null where there is none. `locale`, in which the newsroom writes its dates, says which
 * English or Portuguese is meant where the language does not.
 */
export function dictionaryFor(language: string, locale: string): DictionaryName | null {
	const tag = read(language);
	if (tag === null || !known.has(tag.language)) return null;
	const hint = read(locale);
	const region = tag.region ?? (hint?.language === tag.language ? hint.region : undefined);
	return nameOf(tag.language, region);
}

function nameOf(language: string, region: string | undefined): DictionaryName | null {
	const exact = dictionaryNames.find((name) => name === `${language}-${region?.toLowerCase()}`);
	if (exact !== undefined) return exact;
	// Where English is written elsewhere it is written as in Britain, and Portuguese as in Portugal.
	if (language === 'en' && region !== undefined && region !== 'US' && region !== 'PH') return 'en-gb';
	if (language === 'pt' && region !== undefined && region !== 'BR') return 'pt-pt';
	return dictionaryNames.find((name) => name === language) ?? null;
}

function read(tag: string): Intl.Locale | null {
	try {
		return new Intl.Locale(tag);
	} catch {
		return null; // Intl throws for what is no tag, and such a language has no dictionary
	}
}
