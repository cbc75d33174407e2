import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName, indexText, searchText, searchTokens } from './search-text.ts';

/** Halves of characters are among them. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

test.each([
	['Café  CENTRAL, “reopened”', 'cafe central reopened'],
	['cafe\u0301', 'cafe'],
	['Straße, Łódź & Ærø', 'strasse lodz aero'],
	['İstanbul ISTANBUL ılık', 'istanbul istanbul ilik'],
	['ΟΔΥΣΣΕΥΣ Οδυσσέας', 'οδυσσευσ οδυσσεασ'],
	['ﬁnal ½ x²', 'final 1 2 x2'],
	['مُحَمَّد שָׁלוֹם', 'محمد שלום'],
	['snake_case "quoted" a*b NOT', 'snake case quoted a b not'],
	['हिन्दी में', 'हिन्दी में'],
])('%j is compared as %j', (text, compared) => {
	expect(searchText(text)).toBe(compared);
});

test('writing without spaces is taken apart into its characters', () => {
	expect(searchTokens('北京2025年 東京タワーです')).toEqual([...'北京', '2025', ...'年東京タワ', 'ー', ...'です']);
	expect(searchTokens('ภาษา')).toEqual([...'ภาษา']);
});

test('any text becomes words of letters, digits and marks, which stay as they are', () => {
	const text = fc.oneof(fc.string({ unit: anyCharacter }), fc.string());
	fc.assert(
		fc.property(text, (any) => {
			const folded = searchText(any);
			expect(folded).toMatch(/^(?:[\p{L}\p{N}\p{M}]+(?: [\p{L}\p{N}\p{M}]+)*)?$/u);
			expect(searchText(folded).replaceAll(' ', '')).toBe(folded.replaceAll(' ', ''));
		}),
	);
});

test('the index takes the same words from a text as the search does', () => {
	const text = fc.oneof(fc.string({ unit: anyCharacter }), fc.string());
	/** As the database does: letters and digits of ASCII, and everything beyond it. */
	const ofAscii = (any: string) => any.toLowerCase().match(/[a-z0-9\u0080-\uffff]+/g) ?? [];
	fc.assert(
		fc.property(text, (any) => {
			expect(ofAscii(indexText(any))).toEqual(searchTokens(any));
		}),
	);
});

test('a word is compared in the same way whatever stands beside it', () => {
	expect(searchTokens('東京 한국')).toEqual([...'東京', ...searchTokens('한국')]);
	const text = fc.oneof(fc.string({ unit: anyCharacter }), fc.string());
	fc.assert(
		fc.property(text, text, (one, other) => {
			expect(searchTokens(`${one} ${other}`)).toEqual([...searchTokens(one), ...searchTokens(other)]);
		}),
	);
});

test('a name keeps what makes it what it is', () => {
	expect(foldName(' C++  &  Élan ')).toBe('c++ & elan');
});
