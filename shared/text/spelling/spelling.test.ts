import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dictionaryFor } from './dictionary-for.ts';
import { wordsIn } from './words-in.ts';

test.each([
	['It’s a well-known café.', ['It’s', 'well-known', 'café']],
	['“Quoted,” he said—twice', ['Quoted', 'he', 'said', 'twice']],
	['Write to ana@desk.example or see www.desk.example/a', ['Write', 'to', 'or', 'see']],
	['https://desk.example/some/path ends', ['ends']],
	['In 2025 the A10 was 3rd; 5km', ['In', 'the', 'was']],
	['NATO, the MPs and the U.S. met', ['the', 'and', 'the', 'met']],
	['and/or', ['and', 'or']],
	['#hashtag and @handle', ['and']],
	['Привет and hello', ['and', 'hello']],
	['', []],
])('the words of %j', (text, expected) => {
	const found = wordsIn(text, 'Latin');
	expect(found.map(({ word }) => word)).toEqual(expected);
	for (const { from, to, word } of found) expect(text.slice(from, to)).toBe(word);
});

test('what is code is no word', () => {
	expect(wordsIn('run npm instal now', 'Latin', [{ from: 4, to: 14 }]).map(({ word }) => word)).toEqual(['run', 'now']);
});

test('whatever the text, each word stands where it is said to', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			let end = 0;
			for (const { from, to, word } of wordsIn(text, 'Latin')) {
				expect(text.slice(from, to)).toBe(word);
				expect(from).toBeGreaterThanOrEqual(end);
				end = to;
			}
		}),
	);
});

test.each([
	['en', 'en-GB', 'en-gb'],
	['en', 'en-US', 'en'],
	['en', 'fr', 'en'],
	['en-AU', 'en-GB', 'en-au'],
	['en-IE', 'en-US', 'en-gb'],
	['pt', 'pt-BR', 'pt'],
	['pt-PT', 'pt-BR', 'pt-pt'],
	['pt-AO', 'en', 'pt-pt'],
	['fr-CA', 'en-CA', 'fr'],
	['de', 'de-DE', null],
	['it', 'it', null],
	['uk', 'uk', null],
	['ar', 'ar', null],
	['not a tag', 'en', null],
])('a story in %s in a newsroom that writes %s', (language, locale, expected) => {
	expect(dictionaryFor(language, locale)).toBe(expected);
});
