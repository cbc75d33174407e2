import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { tidied } from './tidy.ts';
import { typedSign } from './typed.ts';

/** Types a text key by key. */
function type(text: string, language: string): string {
	let typed = '';
	for (const sign of text) {
		const set = typedSign(typed, sign, language);
		typed = set === null ? typed + sign : typed.slice(0, typed.length - set.drops) + set.by;
	}
	return typed;
}

const nb = '\u00a0';
const nn = '\u202f';

test.each([
	['en', `"It's late," she said.`, '“It’s late,” she said.'],
	['en', `He called it 'a "great" day'.`, '‘a “great” day’'],
	['en', `The '90s, the dogs' bowls`, 'The ’90s, the dogs’ bowls'],
	['en', 'Wait... no -- yes', 'Wait… no – yes'],
	['en-US', 'no -- yes', 'no — yes'],
	['en-GB', 'no --- yes', 'no — yes'],
	['en', '("so")', '(“so”)'],
	['en', 'a 5" nail', 'a 5″ nail'],
	['fr', `"Bonjour" dit-il : l'eau est froide !`, `«${nn}Bonjour${nn}» dit-il${nb}: l’eau est froide${nn}!`],
	['fr', '" Bonjour "', `«${nn}Bonjour${nn}»`],
	['fr', 'Ah oui? Il est 12:30; voir http://a.fr/b?c', `Ah oui${nn}? Il est 12:30${nn}; voir http://a.fr/b?c`],
	['fr-CA', '"Oui" : non !', `«${nb}Oui${nb}»${nb}: non!`],
	['de', `"Er sagt: 'nein'", wie geht's`, '„Er sagt: ‚nein‘“, wie geht’s'],
	['de-CH', '"Ja"', '«Ja»'],
	['es', '"Sí"', '«Sí»'],
	['it', `"L'acqua"`, '«L’acqua»'],
	['pl', '"Tak"', '„Tak”'],
	['uk', `"М'яч"`, '«М’яч»'],
	['ar', '"نعم"', '«نعم»'],
	['sv', '"Ja"', '”Ja”'],
	['tlh', '"HIja"', '“HIja”'],
])('in %s, %s', (language, typed, expected) => {
	expect(type(typed, language)).toContain(expected);
	expect(tidied(typed, language)).toContain(expected);
});

test('addresses, and a divider of three hyphens, are left alone', () => {
	for (const text of ['https://a.example/x--y?q="1"', 'ana@a.example', 'C:\\a--b', '--'])
		expect(type(text, 'fr')).toBe(text);
	expect(tidied('https://a.example/x--y?q=1...', 'fr')).toBe('https://a.example/x--y?q=1...');
});

test('quotes of another language become those of the story', () => {
	expect(tidied('„Ja“, sagte er. »Nein«.', 'en')).toBe('“Ja”, sagte er. “Nein”.');
	expect(tidied('He said “yes”.', 'fr')).toBe(`He said «${nn}yes${nn}».`);
	expect(tidied(`Il dit «${nb}un “non” clair${nb}».`, 'fr')).toBe(`Il dit «${nn}un “non” clair${nn}».`);
});

const runs = runsOf({ short: 500, long: 20_000 });
const language = fc.constantFrom('en', 'en-US', 'fr', 'fr-CA', 'de', 'es', 'it', 'pl', 'ar', 'sv', 'da', 'uk');
const text = fc
	.array(
		fc.constantFrom(
			'"',
			"'",
			'-',
			'.',
			'...',
			' ',
			'  ',
			' ',
			'!',
			':',
			'«',
			'»',
			'“',
			'”',
			'„',
			nn,
			'a',
			'mot',
			'5',
			'(',
			')',
			'/',
		),
		{ maxLength: 24 },
	)
	.map((parts) => parts.join(''));
const wordsOf = (some: string) => some.match(/[\p{L}\p{N}]+/gu) ?? [];

test('tidying changes no word and no order', () => {
	fc.assert(
		fc.property(text, language, (some, tag) => {
			expect(wordsOf(tidied(some, tag))).toEqual(wordsOf(some));
		}),
		{ numRuns: runs },
	);
});

/** Sentences as people type them: quotations with others within, asides, questions. */
const words = fc.constantFrom(
	'mot',
	"l'eau",
	"it's",
	'oui !',
	'non?',
	'ici :',
	'a -- b',
	'so...',
	'x - y',
	'12:30',
	'a/b',
	"'68",
	'deux  mots',
);
const phrase = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const quotation = fc
	.tuple(phrase, fc.option(phrase), phrase)
	.map(([begin, inside, end]) => (inside === null ? `"${begin}"` : `"${begin} 'mot ${inside} mot' ${end}"`));
const sentence = fc
	.array(
		fc.oneof(
			phrase,
			quotation,
			quotation.map((inside) => `(${inside})`),
		),
		{ minLength: 1, maxLength: 5 },
	)
	.map((parts) => parts.join(' '));

test('a text that is tidy stays as it is', () => {
	fc.assert(
		fc.property(sentence, language, (some, tag) => {
			const once = tidied(some, tag);
			expect(once).not.toContain('"');
			expect(tidied(once, tag)).toBe(once);
		}),
		{ numRuns: runs },
	);
});

test('typing loses no word', () => {
	fc.assert(
		fc.property(text, language, (some, tag) => {
			expect(wordsOf(type(some, tag))).toEqual(wordsOf(some));
		}),
		{ numRuns: runs },
	);
});
