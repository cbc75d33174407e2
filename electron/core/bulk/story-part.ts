import { isDeepStrictEqual } from 'node:util';
import type { StoryChange } from '#shared/contract/bulk.ts';
import type { Article } from '#shared/model/article.ts';

/** The part of a story that a change of many stories concerns. */
export type StoryPart =
	| { readonly kind: 'status'; readonly value: Article['status'] }
	| { readonly kind: 'categories'; readonly value: Article['categories'] }
	| { readonly kind: 'trending'; readonly value: Article['trending'] };

/** A change of a story's content; publishing it, or moving it to the trash, is none. */
export type ContentChange = Exclude<StoryChange, { kind: 'trash' | 'publish' }>;

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
export function changedPart(article: Article, change: ContentChange): StoryPart {
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
