import { languageName } from '#shared/text/language-name.ts';

/** Languages that newsrooms write in most; any other tag can be typed. */
const commonLanguages = [
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
];
/** Regions whose way of writing dates differs from that of the language alone. */
const regional = [
	...[
		'ar-AE',
		'ar-EG',
		'ar-MA',
		'ar-SA',
		'bn-BD',
		'bn-IN',
		'de-AT',
		'de-CH',
		'de-DE',
		'en-AU',
		'en-CA',
		'en-IE',
		'en-IN',
	],
	...[
		'en-NZ',
		'en-ZA',
		'es-AR',
		'es-CL',
		'es-CO',
		'es-ES',
		'es-MX',
		'es-US',
		'fr-BE',
		'fr-CA',
		'fr-CH',
		'fr-FR',
		'it-CH',
	],
	...['it-IT', 'nl-BE', 'nl-NL', 'pt-PT', 'ur-PK', 'zh-CN', 'zh-HK', 'zh-TW'],
];

const named = (tag: string) => ({ id: tag, name: `${languageName(tag)} (${tag})` });

/** The languages that a story may be in, by name. */
export const languageChoices = commonLanguages.map(named);

/** The ways of writing dates, by the names of their languages and regions. */
export const localeChoices = [...commonLanguages, ...regional]
	.map(named)
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));
