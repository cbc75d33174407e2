import { expect, test } from 'vitest';
import { sharedWords } from './shared-words.ts';

const none = { tags: [], categories: [], words: [], people: [] };
const labelOf = (slug: string) => slug.toUpperCase();

test.each([
	[{ tags: ['elbe'] }, 'The tag elbe in common'],
	[{ tags: ['elbe', 'floods'], categories: ['rivers'] }, '2 tags and the category RIVERS in common'],
	[
		{ tags: ['elbe'], categories: ['rivers', 'world'], words: ['wall'] },
		'The tag elbe, 2 categories and the word “wall” in common',
	],
	[{ words: ['harbour', 'wall'] }, '2 words in common'],
	[{ categories: ['rivers'], people: ['Ana Ruiz'] }, 'The category RIVERS in common, also by Ana Ruiz'],
])('it is said what two stories share: %j', (shared, words) => {
	expect(sharedWords({ ...none, ...shared }, labelOf)).toBe(words);
});
