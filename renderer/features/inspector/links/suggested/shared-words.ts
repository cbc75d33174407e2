import type { SuggestedStory } from '#shared/contract/suggestions.ts';

/** Why a story is suggested: "2 tags and the category Rivers in common". */
export function sharedWords(
	{ tags, categories, words, people }: SuggestedStory['shared'],
	labelOf: (slug: string) => string,
): string {
	const parts = [
		...counted(tags, 'tag', (tag) => tag),
		...counted(categories, 'category', labelOf),
		...counted(words, 'word', (word) => `“${word}”`),
	];
	const last = parts.at(-1);
	const shared = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
	const common = shared === undefined ? [] : [`${shared} in common`];
	const by = people.length === 0 ? [] : [`also by ${people.join(', ')}`];
	const sentence = [...common, ...by].join(', ');
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const plurals = { tag: 'tags', category: 'categories', word: 'words' };

function counted(values: readonly string[], kind: keyof typeof plurals, name: (value: string) => string): string[] {
	const [only, ...others] = values;
	if (only === undefined) return [];
	return [others.length === 0 ? `the ${kind} ${name(only)}` : `${values.length} ${plurals[kind]}`];
}
