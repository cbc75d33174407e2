import type { FoundInStories } from '#shared/contract/bulk.ts';

/** So many stories, within a sentence. */
export function storiesWords(count: number, locale: string): string {
	return count === 1 ? 'one story' : `${count.toLocaleString(locale)} stories`;
}

/** What was found, as a sentence or two. */
export function foundWords({ count, storyCount, unread }: FoundInStories, locale: string): string {
	const times = count === 1 ? 'once' : `${count.toLocaleString(locale)} times`;
	const found = count === 0 ? 'Nothing is found.' : `Found ${times} in ${storiesWords(storyCount, locale)}.`;
	if (unread === 0) return found;
	return `${found} ${unread === 1 ? 'One file is' : `${unread.toLocaleString(locale)} files are`} gone or damaged, and left out.`;
}

/** That there are more than are shown. */
export function moreWords(more: number, locale: string): string {
	return `And ${more.toLocaleString(locale)} more.`;
}
