/** A story's headline in quotes, for a sentence. */
export function storyName({ headline }: { readonly headline: string }): string {
	return headline.trim() === '' ? 'the untitled story' : `“${headline.trim()}”`;
}
