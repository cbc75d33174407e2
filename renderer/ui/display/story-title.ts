/** What a story is called wherever it is named: its headline, or that it has none yet. */
export function storyTitle(headline: string): string {
	return headline.trim() === '' ? 'Untitled story' : headline;
}
