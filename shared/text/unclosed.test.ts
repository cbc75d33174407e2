import { expect, test } from 'vitest';
import { unclosedSigns } from './unclosed.ts';

test.each([
	['He said “no and left', 'quote', true],
	['He said no” and left', 'quote', false],
	['He said "no and left', 'quote', true],
	['Er sagte „nein und ging', 'quote', true],
	['Il a dit « non et il est parti', 'quote', true],
	['Er sagte »nein und ging', 'quote', true],
	['Han sa ”nej och gick', 'quote', true],
	['The wall (built in 1900 is old', 'bracket', true],
	['The wall built in 1900) is old', 'bracket', false],
	['He [the mayor said so', 'bracket', true],
])('what stands alone is found: %s', (text, kind, isOpen) => {
	expect(unclosedSigns(text)).toMatchObject([{ kind, isOpen }]);
});

test.each([
	'“No,” he said, “not ‘yet’ (or ever).” It’s the ’90s; rock ’n’ roll',
	'"No," he said, "not yet."',
	'He is 5\'10" tall, and the screen has 27"',
	'Er sagte: „Nein“, und „Polish”',
	'« Non », dit-il. «Sí», dijo. »Nein«, sagte er.',
	'Hon sa: ”Nej”, och ”ja”',
	'a) the first, b) the second, 12) the twelfth',
	'Well done :-) and ;) and :( as ever',
	'An (inner (one)) and [another]',
	'لا «نعم» قال',
])('nothing is found in: %s', (text) => {
	expect(unclosedSigns(text)).toEqual([]);
});
