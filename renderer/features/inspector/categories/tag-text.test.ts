import { expect, test } from 'vitest';
import { addTags } from './tag-text.ts';

test('commas part tags, and blanks around them go', () => {
	expect(addTags(['espionage'], ' cloud  security, ,email,')).toEqual({
		tags: ['espionage', 'cloud security', 'email'],
		refused: [],
	});
});

test('a tag that is there in any case is refused', () => {
	expect(addTags(['Espionage', 'café'], 'espionage, cafe\u0301, new')).toEqual({
		tags: ['Espionage', 'café', 'new'],
		refused: ['espionage', 'cafe\u0301'],
	});
});

test('a pasted text becomes tags on one line', () => {
	expect(addTags([], 'one,\ntwo\u0000').tags).toEqual(['one', 'two']);
});
