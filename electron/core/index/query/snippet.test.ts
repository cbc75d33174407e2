import { expect, test } from 'vitest';
import { parseSearch } from '#shared/text/search-query.ts';
import { makeSnippet } from './snippet.ts';

/** A snippet with what was found in brackets. */
function shown(text: string, search: string): string | null {
	const snippet = makeSnippet(text, parseSearch(search).terms);
	return snippet?.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('') ?? null;
}

test('what was found is marked as it is written', () => {
	expect(shown('Two cafés in Łódź reopened.', 'CAFE lodz')).toBe('Two [cafés] in [Łódź] reopened.');
	expect(shown('The city hall, a hall', '"city hall"')).toBe('The [city hall], a hall');
	expect(shown('The city   hall', '"city hall"')).toBe('The [city hall]');
	expect(shown('An art cart', '"art"')).toBe('An [art] cart');
	expect(shown('Nothing of it', 'flood')).toBeNull();
	expect(shown('A river and a flood', 'flood -river')).toBe('A river and a [flood]');
});

test('of a long text the words around the best place are shown', () => {
	const filling = Array.from({ length: 60 }, (_, at) => `w${at}`).join(' ');
	const text = `${filling} rain ${filling} rain and flood ${filling}`;
	const snippet = shown(text, 'rain flood') ?? '';
	expect(snippet).toBe('…w56 w57 w58 w59 [rain] and [flood] w0 w1 w2 w3 w4 w5 w6 w7 w8…');
});

test('of a very long text the first part with all of the words is shown, and a phrase wherever it stands', () => {
	const filling = Array.from({ length: 300 }, (_, at) => `w${at}`).join(' ');
	expect(shown(`rain ${filling} rain, flood ${filling} rain flood`, 'rain flood')).toContain('[rain, flood] w0');
	expect(shown(`${filling} rain`, 'rain')).toBe(`…${filling.slice(-74)} [rain]`);
	for (let shift = 0; shift < 20; shift += 1) {
		expect(shown(`${'x'.repeat(580 + shift)} city hall ${filling}`, '"city hall"')).toContain('[city hall]');
	}
});

test('a word is marked inside of writing without spaces', () => {
	expect(shown('昨日、東京タワーで火事', '東京')).toBe('昨日、[東京]タワーで火事');
	expect(shown('ภาษาไทย', 'ไทย')).toBe('ภาษา[ไทย]');
});

test('markup in a text stays text', () => {
	expect(makeSnippet('<b>Flood</b> & more', parseSearch('flood').terms)).toEqual([
		{ text: '<b>', isMatch: false },
		{ text: 'Flood', isMatch: true },
		{ text: '</b> & more', isMatch: false },
	]);
});
