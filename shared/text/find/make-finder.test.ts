import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editText } from '../text-edit.ts';
import type { FindQuery } from './find-query.ts';
import { type Finder, makeFinder } from './make-finder.ts';

const plain = { matchCase: false, wholeWord: false, isPattern: false };

async function finderOf(query: Partial<FindQuery> & { text: string }): Promise<Finder> {
	const made = await makeFinder({ ...plain, ...query });
	if ('problem' in made) throw new Error(made.problem);
	return made.finder;
}

test.each([
	[{ text: 'mill' }, 'The Mill by the mills', ['Mill', 'mill']],
	[{ text: 'mill', matchCase: true }, 'The Mill by the mills', ['mill']],
	[{ text: 'mill', wholeWord: true }, 'The Mill by the mills', ['Mill']],
	[{ text: 'été', wholeWord: true }, 'l’été, étés', ['été']],
	[{ text: "it's" }, "It’s, it's", ['It’s', "it's"]],
	[{ text: '"so"' }, '“So”, «so»', ['“So”', '«so»']],
	[{ text: 'a b' }, 'a\u00a0b', ['a\u00a0b']],
	[{ text: '1-2' }, '1–2', ['1–2']],
	[{ text: '$1.50 (a+b)' }, 'costs $1.50 (a+b)', ['$1.50 (a+b)']],
	[{ text: '\\d{4}', isPattern: true }, 'in 1999 and 20000', ['1999', '2000']],
	[{ text: '\\d{4}', isPattern: true, wholeWord: true }, 'in 1999 and 20000', ['1999']],
	[{ text: 'B+', isPattern: true }, 'abba', ['bb']],
	[{ text: 'x*', isPattern: true }, 'axa', ['x']],
])('%j is found in %j', async (query, text, expected) => {
	const { find } = await finderOf(query);
	expect(find(text).map(({ from, to }) => text.slice(from, to))).toEqual(expected);
});

test('what is put in a pattern’s place may hold its groups', async () => {
	const { replace } = await finderOf({ text: '(\\w+) (\\d+)', isPattern: true });
	const text = 'May 5, June 6';
	expect(editText(text, replace(text, '$2 $1 [$&] $$ $9'))).toBe('5 May [May 5] $ , 6 June [June 6] $ ');
	const { replace: word } = await finderOf({ text: 'May' });
	expect(editText(text, word(text, '$1'))).toBe('$1 5, June 6');
});

test('a pattern that is none is told', async () => {
	expect(await makeFinder({ ...plain, text: '(a', isPattern: true })).toEqual({
		problem: expect.stringMatching(/^This is no regular expression: .+\.$/),
	});
});

test('no pattern takes for ever', async () => {
	const { find } = await finderOf({ text: '(a|a)*(a|aa)+b', isPattern: true });
	expect(find('a'.repeat(2000))).toEqual([]);
});

test('whatever is looked for, it is found where it stands', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.string({ minLength: 1, unit: 'binary' }),
			fc.string({ unit: 'binary' }),
			async (text, around) => {
				const { find } = await finderOf({ text, matchCase: true });
				expect(find(around + text + around).length).toBeGreaterThan(0);
			},
		),
	);
});
