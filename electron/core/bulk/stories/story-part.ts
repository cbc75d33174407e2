import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { StoryChange } from '#shared/contract/bulk.ts';
import type { Article } from '#shared/model/article.ts';
import { Status } from '#shared/model/status.ts';

/** The part of a story that a change of many stories concerns. */
export const StoryPart = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('status'), value: Status }),
	z.object({ kind: z.literal('categories'), value: z.array(z.string()) }),
	z.object({ kind: z.literal('trending'), value: z.boolean() }),
]);
export type StoryPart = z.infer<typeof StoryPart>;

/** A change of a part. */
type PartChange = Extract<StoryChange, { kind: StoryPart['kind'] }>;

/** The part of a story that a change concerns, as it now is. */
export function partOf(article: Article, kind: StoryPart['kind']): StoryPart {
	switch (kind) {
		case 'status':
			return { kind, value: article.status };
		case 'categories':
			return { kind, value: article.categories };
		case 'trending':
			return { kind, value: article.trending };
	}
}

/** What the part becomes by a change. */
export function changedPart(article: Article, change: PartChange): StoryPart {
	switch (change.kind) {
		case 'status':
			return { kind: 'status', value: change.status };
		case 'trending':
			return { kind: 'trending', value: change.trending };
		case 'categories': {
			const kept = article.categories.filter((slug) => !change.remove.includes(slug));
			return { kind: 'categories', value: [...new Set([...kept, ...change.add])] };
		}
	}
}

/** The story with this part. */
export function withPart(article: Article, part: StoryPart): Article {
	switch (part.kind) {
		case 'status':
			return { ...article, status: part.value };
		case 'categories':
			return { ...article, categories: [...part.value] };
		case 'trending':
			return { ...article, trending: part.value };
	}
}

/** Whether two parts say the same. */
export function isSamePart(one: StoryPart, other: StoryPart): boolean {
	return isDeepStrictEqual(one, other);
}
