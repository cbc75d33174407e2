import { expect, test } from 'vitest';
import { StyleRule } from '#shared/model/house-style.ts';
import { checkStyle, newStyleDraft, styleDraftsOf, wordChanges } from './style-drafts.ts';

const rule = StyleRule.parse({ avoid: 'percent', use: 'per cent', reason: 'As in Britain' });

test('rules that were not edited come out as they went in', () => {
	expect(checkStyle(styleDraftsOf([rule]))).toEqual({ ok: true, rules: [rule] });
});

test('what is wrong stands by its rule', () => {
	const empty = newStyleDraft('new 1');
	const foreign = { ...rule, language: 'Klingon?', key: 'new 2' };
	expect(checkStyle([...styleDraftsOf([rule]), empty, foreign])).toEqual({
		ok: false,
		errors: new Map([
			['new 1', { avoid: 'Say what is avoided.' }],
			['new 2', { language: 'Write a language tag such as en or pt-BR.' }],
		]),
	});
});

test('the word list is told by what was added and removed', () => {
	expect(wordChanges(['Björk', 'Lund'], 'Lund\n\n Rosenlund \nLund')).toEqual({
		add: ['Rosenlund'],
		remove: ['Björk'],
		problem: null,
	});
	expect(wordChanges([], 'two words').problem).toBe('“two words” is not one word. Write one word a line.');
});
