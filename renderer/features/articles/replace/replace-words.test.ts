import { expect, test } from 'vitest';
import { foundWords } from './replace-words.ts';

test.each([
	[0, 0, 0, 'Nothing is found.'],
	[1, 1, 0, 'Found once in one story.'],
	[1200, 40, 1, 'Found 1,200 times in 40 stories. One file is gone or damaged, and left out.'],
])('%i times in %i stories', (count, storyCount, unread, words) => {
	expect(foundWords({ count, storyCount, unread, stories: [] }, 'en-GB')).toBe(words);
});
