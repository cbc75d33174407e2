import { expect, test } from 'vitest';
import { changeWords, readWords } from './word-list.ts';

const list = "# Names of the town\nBjörk\n\nRosenlund\nO'Hara\n";

test('the words of a list are its lines, but for those that are for people', () => {
	expect(readWords(list)).toEqual(['Björk', 'Rosenlund', "O'Hara"]);
	expect(readWords('two words\n  Lorry \r\nLorry\nO’Hara')).toEqual(['Lorry', "O'Hara"]);
	expect(readWords('')).toEqual([]);
});

test('a word that is added stands where the alphabet has it, and nothing else moves', () => {
	expect(changeWords(list, ['Lund'], [])).toBe("# Names of the town\nBjörk\n\nLund\nRosenlund\nO'Hara\n");
	expect(changeWords(list, ['Zorn', 'Rosenlund'], [])).toBe(`${list}Zorn\n`);
	expect(changeWords('', ['Lund'], [])).toBe('Lund\n');
});

test('a word that is removed goes with its line', () => {
	expect(changeWords(list, [], ['Rosenlund', 'Nowhere'])).toBe("# Names of the town\nBjörk\n\nO'Hara\n");
	expect(changeWords('Lund\n', [], ['Lund'])).toBe('');
});
