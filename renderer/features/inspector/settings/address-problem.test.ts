import { expect, test } from 'vitest';
import { languageProblem, slugProblem, webAddressProblem } from './address-problem.ts';

test.each(['', 'https://example.org', 'http://example.org/a?b#c'])('%j can be a link', (text) => {
	expect(webAddressProblem(text)).toBeNull();
});

test.each(['example.org', 'https://', 'javascript:alert(1)'])('%j cannot', (text) => {
	expect(webAddressProblem(text)).toMatch(/https:\/\//);
});

test('an address is lower-case words with hyphens', () => {
	expect(slugProblem('harbour-wall-2')).toBeNull();
	for (const text of ['', 'Harbour', 'harbour wall', '-harbour', 'a--b', '../x']) {
		expect(slugProblem(text)).toMatch(/Not kept yet/);
	}
});

test('a language is a tag', () => {
	expect(languageProblem('pt-BR')).toBeNull();
	expect(languageProblem('Portuguese (Brazil)')).toMatch(/language tag/);
});
