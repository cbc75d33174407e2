import { expect, test } from 'vitest';
import { cutText } from './cut-text.ts';

test.each([
	['Harbour towns weigh a wall', 26, 'Harbour towns weigh a wall'],
	['Harbour towns weigh a wall', 25, 'Harbour towns weigh a…'],
	['Harbour towns weigh a wall', 14, 'Harbour towns…'],
	['Harbour towns weigh a wall', 13, 'Harbour…'],
	['Harbour, towns', 9, 'Harbour…'],
	['Harbourtowns', 5, 'Harb…'],
	['東京都の古い壁', 4, '東京都…'],
	['👩‍👩‍👧‍👧👍🏽👍🏽', 9, '👩‍👩‍👧‍👧…'],
	['', 5, ''],
])('%s in %i characters', (text, most, cut) => {
	expect(cutText(text, most)).toBe(cut);
});
