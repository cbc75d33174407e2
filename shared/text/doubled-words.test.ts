import { expect, test } from 'vitest';
import { doubledWords } from './doubled-words.ts';

test.each([
	['en', 'He saw the the wall', ['the the']],
	['en', 'The the wall', ['The the']],
	['en', 'of the the the wall', ['the the', 'the the']],
	['en-GB', 'a wall of of stone, and and sand', ['of of', 'and and']],
	['de', 'Die Stadt und und das Meer', ['und und']],
	['fr', 'Le maire de de la ville'.replace('de de', 'est est'), ['est est']],
	['es', 'la casa con con el mar', ['con con']],
])('a slip in %s: %s', (language, text, found) => {
	expect(doubledWords(text, language)).toEqual(found);
});

test.each([
	['en', 'All that he had had was gone; that that was so, nobody knew'],
	['en', 'It was very very long, long ago; no no, bye bye'],
	['en', 'In New York, New York; Duran Duran and Sirhan Sirhan'],
	['en', 'the\nthe next line of a poem'],
	['en', 'What it is, is this. At the-the rock'],
	['en', 'The The were a band'],
	['de', 'die, die die Tür sahen; dass sie sie sah; das das Haus'],
	['fr', 'nous nous levons, vous vous levez'],
	['nl', 'dat dat zo is; die die man zag'],
	['hu', 'egy egy lépés'],
	['id', 'anak anak bermain'],
])('no slip in %s: %s', (language, text) => {
	expect(doubledWords(text, language)).toEqual([]);
});
