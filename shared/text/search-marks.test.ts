import { expect, test } from 'vitest';
import { markText } from './search-marks.ts';
import { parseSearch } from './search-query.ts';

const marked = (text: string, search: string) =>
	markText(text, parseSearch(search).terms)
		.map((part) => (part.isMatch ? `[${part.text}]` : part.text))
		.join('');

test('words are marked without regard to case and accents', () => {
	expect(marked('A café in Zürich', 'CAFE zurich')).toBe('A [café] in [Zürich]');
});

test('the last word may be the beginning of a longer one', () => {
	expect(marked('Harbour towns', 'harb')).toBe('[Harbour] towns');
});

test('a phrase is marked as one, and only where it stands whole', () => {
	expect(marked('City hall and the city', '"city hall"')).toBe('[City hall] and the city');
});

test('conditions and excluded words mark nothing', () => {
	expect(marked('Status of the river', 'status:draft -river')).toBe('Status of the river');
});

test('nothing is lost of a text, whatever it is made of', () => {
	for (const text of ['', '  ', '“Tea”, she said…', '東京の港', 'a\u0301 b'])
		expect(
			markText(text, parseSearch('tea 東京 b').terms)
				.map((part) => part.text)
				.join(''),
		).toBe(text);
});
