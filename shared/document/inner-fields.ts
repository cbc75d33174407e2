import type { Article } from '../model/article.ts';

/** The fields that the newsroom alone reads: they make no change for readers, and no export holds them. */
const innerFields = ['notes', 'ignoredWords', 'targetWords'] as const satisfies readonly (keyof Article)[];
type InnerField = (typeof innerFields)[number];

const isInner = (name: string) => (innerFields as readonly string[]).includes(name);

/** A story, or the JSON of its file, without them; the others stay in their order. */
export function withoutInner<Story extends object>(story: Story): Omit<Story, InnerField> {
	return Object.fromEntries(Object.entries(story).filter(([name]) => !isInner(name))) as Omit<Story, InnerField>;
}

/** Those fields of a story. */
export function innerOf({ notes, ignoredWords, targetWords }: Article): Pick<Article, InnerField> {
	return { notes, ignoredWords, targetWords };
}
