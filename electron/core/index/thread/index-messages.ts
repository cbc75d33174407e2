import type { ArticleId } from '#shared/model/article.ts';
import type { Category } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { FiledStory } from '../../articles/article-index.ts';
import type { IndexEvent } from '../../articles/index-events.ts';
import type { SentError } from '../../disk/sent-error.ts';
import type { IndexQuestion } from './story-index.ts';

/** A question with what is given to it; `questionsOver` puts together only what fits. */
export interface Asked {
	readonly name: IndexQuestion;
	readonly given: readonly unknown[];
}

/** What the worker of the index is told; it follows in the order in which it comes. */
export type ToWorker =
	| { readonly kind: 'ask'; readonly number: number; readonly asked: Asked }
	| { readonly kind: 'put'; readonly story: FiledStory }
	| { readonly kind: 'remove'; readonly id: ArticleId }
	| { readonly kind: 'follow'; readonly settings: Newsroom; readonly categories: readonly Category[] }
	| { readonly kind: 'close' };

/** What the worker of the index tells. */
export type FromWorker =
	| { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
	| { readonly kind: 'refusal'; readonly number: number; readonly reason: SentError }
	| { readonly kind: 'event'; readonly event: IndexEvent };
