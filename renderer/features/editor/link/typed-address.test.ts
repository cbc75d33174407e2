import { expect, test } from 'vitest';
import { typedAddress } from './typed-address.ts';

test('addresses are told from words, and a bare domain gets its protocol', () => {
	expect(typedAddress(' https://example.org/a ')).toBe('https://example.org/a');
	expect(typedAddress('example.org/page')).toBe('https://example.org/page');
	expect(typedAddress('mailto:desk@example.org')).toBe('mailto:desk@example.org');
	expect(typedAddress('/our-own-story')).toBe('/our-own-story');
	for (const words of ['sleeper', 'the night. trains', 'javascript:alert(1)', 'data:text/html,x', ''])
		expect(typedAddress(words)).toBeNull();
});
