import { expect, test } from 'vitest';
import { StyleRule } from '../../model/house-style.ts';
import { makeStyleGuide } from './style-guide.ts';

async function found(rules: readonly Partial<StyleRule>[], text: string, language = 'en-GB') {
	const guide = await makeStyleGuide(rules.map((rule) => StyleRule.parse(rule)));
	return guide.find(text, language).map(({ from, to, by }) => [text.slice(from, to), by]);
}

test.each<[string, Partial<StyleRule>[], string, (string | null)[][]]>([
	[
		'whole words, with the capital of the text',
		[{ avoid: 'percent', use: 'per cent' }],
		'Percent, percent and percentage',
		[
			['Percent', 'Per cent'],
			['percent', 'per cent'],
		],
	],
	['what has no one replacement', [{ avoid: 'very' }], 'A very old mill', [['very', null]]],
	[
		'capitals as they are written',
		[{ avoid: 'internet', use: 'Internet', matchCase: true }],
		'the internet, the Internet',
		[['internet', 'Internet']],
	],
	['typographic signs by their keys', [{ avoid: "o'clock", use: 'h' }], 'at five o’clock', [['o’clock', 'h']]],
	[
		'patterns, with their groups',
		[{ avoid: '(\\d+)%', isPattern: true, use: '$1 per cent' }],
		'up 5% or 10%',
		[
			['5%', '5 per cent'],
			['10%', '10 per cent'],
		],
	],
	[
		'what says already what it should is let be',
		[{ avoid: 'e-?mail', isPattern: true, use: 'email' }],
		'an email or e-mail',
		[['e-mail', 'email']],
	],
	[
		'of two rules at one place the first',
		[
			{ avoid: 'prime minister', use: 'PM' },
			{ avoid: 'minister', use: 'secretary' },
		],
		'the prime minister and the minister',
		[
			['prime minister', 'PM'],
			['minister', 'secretary'],
		],
	],
])('a rule finds %s', async (_what, rules, text, expected) => {
	expect(await found(rules, text)).toEqual(expected);
});

test('a rule of one language finds nothing in another', async () => {
	const rules = [
		{ avoid: 'color', use: 'colour', language: 'en-GB' },
		{ avoid: 'gonna', use: 'going to', language: 'en' },
	];
	expect(await found(rules, 'gonna color', 'en-GB')).toHaveLength(2);
	expect(await found(rules, 'gonna color', 'en-US')).toEqual([['gonna', 'going to']]);
	expect(await found(rules, 'gonna color', 'fr')).toEqual([]);
});

test('a pattern that is none is named, and the other rules hold', async () => {
	const bad = StyleRule.parse({ avoid: '(a', isPattern: true });
	const guide = await makeStyleGuide([bad, StyleRule.parse({ avoid: 'very' })]);
	expect(guide.unusable).toEqual([{ rule: bad, reason: expect.stringMatching(/^This is no regular expression/) }]);
	expect(guide.find('very', 'en')).toHaveLength(1);
});

test('no pattern takes for ever', async () => {
	expect(await found([{ avoid: '(a|a)*(a|aa)+b', isPattern: true }], 'a'.repeat(5000))).toEqual([]);
});
