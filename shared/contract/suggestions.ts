import { z } from 'zod';
import { ArticleId } from '../model/article.ts';
import { Slug } from '../model/category.ts';
import type { LinkedStory } from '../model/linked-story.ts';

/** What is to be known of a story to find others like it. */
export const SuggestionQuestion = z.strictObject({
	id: ArticleId,
	/** Its headline and standfirst. */
	text: z.string().max(4000),
	tags: z.array(z.string().max(200)).max(50),
	categories: z.array(Slug).max(50),
	/** The names of its byline. */
	people: z.array(z.string().max(400)).max(20),
	language: z.string().max(35),
	/** Stories that it links to already. */
	taken: z.array(ArticleId).max(500),
	limit: z.int().min(1).max(50).default(8),
});
export type SuggestionQuestion = z.output<typeof SuggestionQuestion>;

/** A story that is like another, and what both have: each as the other one writes it. */
export interface SuggestedStory extends LinkedStory {
	readonly shared: {
		readonly tags: readonly string[];
		readonly categories: readonly Slug[];
		readonly people: readonly string[];
		readonly words: readonly string[];
	};
}
