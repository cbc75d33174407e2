/** Languages that newsrooms write in most; any other tag can be typed. */
export const commonLanguages = [
	'en',
	'en-GB',
	'en-US',
	'ar',
	'bn',
	'bg',
	'ca',
	'cs',
	'da',
	'de',
	'el',
	'es',
	'et',
	'fa',
	'fi',
	'fr',
	'ga',
	'he',
	'hi',
	'hr',
	'hu',
	'id',
	'is',
	'it',
	'ja',
	'ko',
	'lt',
	'lv',
	'ms',
	'mt',
	'nb',
	'nl',
	'pl',
	'pt',
	'pt-BR',
	'ro',
	'ru',
	'sk',
	'sl',
	'sr',
	'sv',
	'sw',
	'ta',
	'th',
	'tr',
	'uk',
	'ur',
	'vi',
	'zh-Hans',
	'zh-Hant',
] as const;

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A language by its English name; the tag itself where it has none. */
export function languageName(tag: string): string {
	try {
		return names.of(tag) ?? tag;
	} catch {
		return tag; // Intl throws for what is no tag; it is shown as it stands
	}
}
