import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch } from './search-query.ts';

const term = (...words: string[]) => ({ words, isPrefix: false, isExcluded: false });
const begun = (...words: string[]) => ({ ...term(...words), isPrefix: true });

/** Halves of characters are among them. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

test('words are folded; all may be beginnings but for short ones that are finished', () => {
	expect(parseSearch('Café in Flood').terms).toEqual([begun('cafe'), term('in'), begun('flood')]);
	expect(parseSearch('flood o').terms).toEqual([begun('flood'), begun('o')]);
	expect(parseSearch('o ').terms).toEqual([term('o')]);
});

test('a phrase stands in quotes, whose end may still be typed; a minus leaves out', () => {
	expect(parseSearch('"City Hall" roof').terms).toEqual([term('city', 'hall'), begun('roof')]);
	expect(parseSearch('"City Ha').terms).toEqual([begun('city', 'ha')]);
	expect(parseSearch('"City ').terms).toEqual([term('city')]);
	expect(parseSearch('-river -"city hall"').terms).toEqual([
		{ ...term('river'), isExcluded: true },
		{ ...term('city', 'hall'), isExcluded: true },
	]);
	expect(parseSearch("don't half-time").terms).toEqual([begun('don', 't'), begun('half', 'time')].map(fixEnd));
});

/** Behind the apostrophe stands a single letter in the middle of the search. */
function fixEnd(one: ReturnType<typeof term>) {
	return one.words.at(-1) === 't' ? { ...one, isPrefix: false } : one;
}

test('conditions are read with their values, quoted or not', () => {
	const text =
		'category:World status:draft by:"Anna Berg" tag:climate language:fr is:trending has:problems is:scheduled';
	expect(parseSearch(text).fields).toEqual([
		{ kind: 'category', value: 'World', isExcluded: false },
		{ kind: 'status', anyOf: ['draft'], isExcluded: false },
		{ kind: 'author', value: 'Anna Berg', isExcluded: false },
		{ kind: 'tag', value: 'climate', isExcluded: false },
		{ kind: 'language', value: 'fr', isExcluded: false },
		{ kind: 'trending', isExcluded: false },
		{ kind: 'problems', isExcluded: false },
		{ kind: 'scheduled', isExcluded: false },
	]);
	expect(parseSearch('-status:pub STATUS:re').fields).toEqual([
		{ kind: 'status', anyOf: ['published'], isExcluded: true },
		{ kind: 'status', anyOf: ['review', 'ready'], isExcluded: false },
	]);
});

test('days may be given as a year or a month', () => {
	expect(parseSearch('before:2025-03-01 after:2025-01 after:2024').fields).toEqual([
		{ kind: 'before', day: '2025-03-01', isExcluded: false },
		{ kind: 'after', day: '2025-01-01', isExcluded: false },
		{ kind: 'after', day: '2024-01-01', isExcluded: false },
	]);
});

test('what is no condition is words', () => {
	expect(parseSearch('before:noon after:2025-02-31 is:this note:well 12:30 https://example.org')).toEqual({
		fields: [],
		terms: [
			begun('before', 'noon'),
			term('after', '2025', '02', '31'),
			begun('is', 'this'),
			begun('note', 'well'),
			term('12', '30'),
			begun('https', 'example', 'org'),
		],
	});
	expect(parseSearch('category: "" - : "')).toEqual({ fields: [], terms: [begun('category')] });
});

test('a character of a writing without spaces begins no longer word', () => {
	expect(parseSearch('北京').terms).toEqual([term('北', '京')]);
});

test('any text is a search, and nothing of it is left but letters, digits and marks', () => {
	const key = fc.constantFrom('category', 'status', 'by', 'tag', 'language', 'is', 'has', 'before', 'after', 'x');
	const piece = fc.oneof(
		fc.string(),
		fc.string({ unit: anyCharacter }),
		fc.constantFrom('"', '-', ':', '*', ' ', 'AND', 'NOT(', "'", '2025-01', 'trending'),
		key.map((one) => `${one}:`),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
			const { terms } = parseSearch(pieces.join(''));
			for (const { words } of terms) {
				expect(words.length).toBeGreaterThan(0);
				for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
			}
		}),
	);
});
