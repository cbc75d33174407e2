const wordsPerMinute = 230;

/** How long a reader takes, in whole minutes: at least one, but none where there is nothing to read. */
export function readingMinutes(wordCount: number): number {
	return wordCount === 0 ? 0 : Math.max(1, Math.round(wordCount / wordsPerMinute));
}
