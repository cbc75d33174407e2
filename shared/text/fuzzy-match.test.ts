import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzyMatch } from './fuzzy-match.ts';

const marked = (name: string, typed: string, otherWords?: readonly string[]) =>
	fuzzyMatch(name, typed, otherWords)
		?.parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
		.join('') ?? null;

test.each([
	['Key points', 'key', '[Key] points'],
	['Key points', 'points key', '[Key] [points]'],
	['Key points', 'kp', '[K]ey [p]oints'],
	['Move story to the trash', 'trsh', 'Move story to the [tr]a[sh]'],
	['Bulleted list', 'leted', 'Bul[leted] list'],
	['Économie', 'eco', '[Éco]nomie'],
	['İstanbul', 'ista', '[İsta]nbul'],
	['Straße', 'strasse', '[Straße]'],
	['Key points', '', 'Key points'],
	['Export…', 'export...', '[Export…]'],
	['The front-door key', 'front-d', 'The [front-d]oor key'],
])('in %s, %s marks %s', (name, typed, expected) => {
	expect(marked(name, typed)).toBe(expected);
});

test('what is not in the name, or only strewn over it, does not fit', () => {
	expect(marked('Key points', 'keyx')).toBeNull();
	expect(marked('Move the whole block down', 'mlcw')).toBeNull();
	expect(marked('Budget', 'u')).toBeNull();
	expect(marked('The sound of bronze', 'bo')).toBeNull();
	expect(marked('Key points', 'key export')).toBeNull();
});

test('other words are found by their beginning, and the name stays unmarked', () => {
	expect(marked('Divider', 'rule', ['line', 'rule'])).toBe('Divider');
	expect(marked('Divider', 'ule', ['line', 'rule'])).toBeNull();
	expect(marked('Publish', 'take live', ['go live', 'take out'])).toBe('Publish');
});

test('the beginning of the name comes before the beginning of a word, that before other words, and those before strewn letters', () => {
	const scores = [
		fuzzyMatch('Quote of somebody', 'quote'),
		fuzzyMatch('Pull quote and so on', 'quote'),
		fuzzyMatch('Citation and so on', 'quote', ['quote']),
		fuzzyMatch('Quiet or other notes', 'qon'),
	].map((match) => match?.score ?? 0);
	expect(scores).toEqual([...scores].sort((a, b) => b - a));
	expect(new Set(scores).size).toBe(4);
});

test('the parts are the name, whatever is typed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, typed) => {
			const match = fuzzyMatch(name, typed, [typed]);
			if (match !== null) expect(match.parts.map(({ text }) => text).join('')).toBe(name);
			expect(
				fuzzyMatch(name, '')
					?.parts.map(({ text }) => text)
					.join(''),
			).toBe(name);
		}),
	);
});
