import { expect, test } from 'vitest';
import { fittingPreferences, preferenceDefaults, SomePreferences } from './preferences.ts';

test('a kept preference that does not fit falls back to its default, and the others stay', () => {
	const kept = { theme: 'dark', preview: 'yes', author: 'Ida', lastStories: { '/a': 'b' }, gone: 1 };
	expect(fittingPreferences(kept)).toEqual({
		...preferenceDefaults,
		theme: 'dark',
		author: 'Ida',
		lastStories: { '/a': 'b' },
	});
});

test('a change holds what was given, and no defaults of the rest', () => {
	expect(SomePreferences.parse({ preview: true })).toEqual({ preview: true });
	expect(SomePreferences.safeParse({ colour: 'red' }).success).toBe(false);
});
