import type { ManyPublications } from '#shared/contract/bulk.ts';

/** So many stories: `1 story`, `3 stories`. */
export function storiesWords(count: number, locale: string): string {
	return count === 1 ? '1 story' : `${count.toLocaleString(locale)} stories`;
}

/** What publishing many stories at once does, in a sentence or two. */
export function manyIntro(
	{ count, unchanged, refusedCount }: ManyPublications,
	first: boolean,
	locale: string,
): string {
	const are = (number: number) => (number === 1 ? 'is' : 'are');
	const get = first
		? count === 0
			? 'None of these stories can be published now.'
			: `Readers get ${storiesWords(count, locale)} that they do not have.`
		: count === 0
			? 'None of these stories has changes that can be published now.'
			: `Readers get the changes of ${storiesWords(count, locale)}, as a silent fix.`;
	const others = [
		...(refusedCount === 0
			? []
			: [`${storiesWords(refusedCount, locale)} ${are(refusedCount)} not published, each with its reason.`]),
		...(unchanged === 0
			? []
			: [
					first
						? `${storiesWords(unchanged, locale)} ${are(unchanged)} published already.`
						: `${storiesWords(unchanged, locale)} ${unchanged === 1 ? 'has' : 'have'} no changes that wait.`,
				]),
	];
	return [get, ...others].join(' ');
}
