import { expect, test } from 'vitest';
import { parseSearch } from '#shared/text/search-query.ts';
import { textQuestion } from './full-text.ts';

const asked = (search: string) => {
	const question = textQuestion(parseSearch(search).terms);
	return question && `${question.table}: ${question.match}`;
};

test('words, phrases and what must not be there become one question', () => {
	expect(asked('Flood -river "city hall"')).toBe('words: ("flood" * AND "city hall") NOT ("river")');
	expect(asked('status:draft')).toBeNull();
});

test('a single letter that is still being typed is left out behind other words', () => {
	expect(asked('flood o')).toBe('words: "flood" *');
	expect(asked('half-t')).toBe('words: "half"');
	expect(asked('"in a')).toBe('words: "in"');
	expect(asked('"in an')).toBe('words: "in an" *');
	expect(asked('"in a"')).toBe('words: "in a"');
	expect(asked('o')).toBe('headlines: "o" *');
});
