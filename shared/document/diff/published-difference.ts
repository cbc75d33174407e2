import type { PublishableArticle } from '../../model/publishable.ts';
import { articleFields, inSentence } from '../fields.ts';

/** What readers will see change in a story that they have, in a few words: "Headline changed, 2 blocks changed, 1 block added". */
export function publishedDifference(before: PublishableArticle, after: PublishableArticle): string {
	const phrases: string[] = [];
	for (const name of Object.keys(articleFields) as (keyof typeof articleFields)[]) {
		if (name === 'body') phrases.push(...inWords(before.body, after.body, 'block'));
		else if (name === 'keyPoints') phrases.push(...inWords(before.keyPoints, after.keyPoints, 'key point'));
		else if (articleFields[name].isPublished && !isSame(partOf(before, name), partOf(after, name)))
			phrases.push(`${inSentence(articleFields[name].label)} changed`);
	}
	// Its address, or what a newer Galley makes of the same story.
	if (phrases.length === 0) return 'The same words, in other files';
	const sentence = phrases.join(', ');
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function partOf(story: PublishableArticle, name: string): unknown {
	if (!Object.hasOwn(story, name)) return undefined;
	const part: unknown = Reflect.get(story, name);
	if (name !== 'dates' || typeof part !== 'object' || part === null) return part;
	// The moment of the last save says nothing to readers.
	return { ...part, updated: null };
}

interface Item {
	readonly id: string;
}

function inWords(before: readonly Item[], after: readonly Item[], noun: string): string[] {
	const known = new Map(before.map((item) => [item.id, item]));
	const kept = new Set(after.map(({ id }) => id));
	const changed = after.filter((item) => known.has(item.id) && !isSame(known.get(item.id), item)).length;
	const added = after.filter(({ id }) => !known.has(id)).length;
	const removed = before.filter(({ id }) => !kept.has(id)).length;
	const order = (items: readonly Item[], among: { has(id: string): boolean }) =>
		items.flatMap(({ id }) => (among.has(id) ? id : [])).join(' ');
	const isMoved = order(before, kept) !== order(after, known);
	const counted = Object.entries({ changed, added, removed }).flatMap(([what, count]) =>
		count === 0 ? [] : `${count} ${noun}${count === 1 ? '' : 's'} ${what}`,
	);
	return isMoved ? [...counted, `${noun}s moved`] : counted;
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
