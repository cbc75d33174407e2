import type { MessagePort } from 'node:worker_threads';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { Category } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import type { SentError } from '../sent-error.ts';
import type { IndexQuestion, KeeperOptions } from './index-keeper.ts';
import type { IndexNews } from './index-news.ts';
import type { PartCounter } from './part-counter.ts';

/** What a thread of the index is there for. */
export type WorkerRole = KeeperRole | ReaderRole | FetcherRole | LookerRole;

/** The thread that keeps the index; the others run the same script. */
export interface KeeperRole {
	readonly role: 'keeper';
	readonly options: KeeperOptions;
	readonly script: string;
}

/** The thread that looks at folders. */
export interface LookerRole {
	readonly role: 'looker';
	readonly newsroom: NewsroomPath;
	readonly roots: readonly string[];
	readonly taken: PartCounter;
}

/** The thread that reads ahead; what it read goes through a port of its own, in which it waits until it is wanted. */
export interface ReaderRole {
	readonly role: 'reader';
	readonly newsroom: NewsroomPath;
	readonly files: MessagePort;
}

/** The thread that fetches files before they are read. */
export interface FetcherRole {
	readonly role: 'fetcher';
	readonly newsroom: NewsroomPath;
}

/** A question with what is given to it; `questionsOver` puts together only what fits. */
export interface Asked {
	readonly name: IndexQuestion;
	readonly given: readonly unknown[];
}

/** What the worker of the index is told; it follows in the order in which it comes. */
export type ToWorker =
	| { readonly kind: 'ask'; readonly number: number; readonly asked: Asked }
	| { readonly kind: 'put'; readonly article: Article; readonly path: string; readonly revision: Revision }
	| { readonly kind: 'remove'; readonly id: ArticleId }
	| { readonly kind: 'follow'; readonly settings: Newsroom; readonly categories: readonly Category[] }
	| { readonly kind: 'close' };

/** What the worker of the index tells. */
export type FromWorker =
	| { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
	| { readonly kind: 'refusal'; readonly number: number; readonly reason: SentError }
	| { readonly kind: 'news'; readonly news: IndexNews };
