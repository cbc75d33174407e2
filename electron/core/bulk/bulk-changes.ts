import { randomUUID } from 'node:crypto';
import type { Selection } from '#shared/contract/articles.ts';
import type { StoryChange } from '#shared/contract/bulk.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../articles/article-store.ts';
import type { JobRunner } from '../jobs.ts';
import type { NewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { changeStory, type Done, undoStory } from './change-story.ts';
import { runTasks, type Task } from './run-tasks.ts';

/** The open newsroom whose stories are changed. */
interface ChangedNewsroom {
	readonly folder: () => NewsroomFolder;
	readonly articles: ArticleStore;
	/** Resolves once every story is known and found. */
	whole(): Promise<void>;
}

/** Changes many stories of a newsroom, and takes such changes back. */
export interface BulkChanges<Newsroom> {
	/** Starts the change and answers its job; a category that there is not is a `FailureError`. */
	change(newsroom: Newsroom, selection: Selection, change: StoryChange): string;
	/** Starts to take an earlier change back; one that is not known any more is a `FailureError`. */
	undo(newsroom: Newsroom, undo: string): string;
}

const mostUndos = 10;

/**
 * Makes what changes many stories of any newsroom; `mustBePublishable` throws for a story that readers are not to get, and
 * `publishing` is around what may give readers something, or take it away.
 */
export function createBulkChanges<Newsroom extends ChangedNewsroom>(
	jobs: JobRunner,
	log: (message: string, error?: unknown) => void,
	mustBePublishable: (newsroom: Newsroom, article: Article) => Promise<void>,
	publishing: <Value>(newsroom: Newsroom, work: () => Promise<Value>) => Promise<Value> = (_, work) => work(),
): BulkChanges<Newsroom> {
	/** What was done, by the name that undoes it, of each newsroom as long as it is open. */
	const undos = new WeakMap<Newsroom, Map<string, readonly Done[]>>();
	const undosOf = (newsroom: Newsroom) => {
		const known = undos.get(newsroom) ?? new Map<string, readonly Done[]>();
		undos.set(newsroom, known);
		return known;
	};

	const keep = (newsroom: Newsroom, done: readonly Done[]): string | null => {
		if (done.length === 0) return null;
		const known = undosOf(newsroom);
		const name = randomUUID();
		known.set(name, done);
		for (const oldest of known.keys()) {
			if (known.size <= mostUndos) break;
			known.delete(oldest);
		}
		return name;
	};

	/** `ended` hears which stories it did not come to. */
	const start = (
		newsroom: Newsroom,
		tasksOf: () => Promise<Task<Done>[]>,
		isPublishing: boolean,
		ended: (left: ReadonlySet<ArticleId>) => void = () => {},
	): string =>
		jobs.start(async (tools) => {
			const run = async () => runTasks(newsroom.articles, await tasksOf(), tools, log);
			const { done, left, failedIds: _, ...report } = await (isPublishing ? publishing(newsroom, run) : run());
			ended(left);
			return { kind: 'changed', report: { ...report, changed: done.length, undo: keep(newsroom, done) } };
		});

	return {
		change(newsroom, selection, change) {
			if (change.kind === 'categories') refuseUnknown(newsroom, change.add);
			const tasksOf = async () => {
				// What a filter finds is only known once every story is.
				await newsroom.whole();
				const { articles } = newsroom;
				const stories = await articles.wholeAnswer((index) => index.select(selection));
				const check = (article: Article) => mustBePublishable(newsroom, article);
				return stories.map(({ id }) => ({ id, run: () => changeStory(articles, id, change, check) }));
			};
			return start(newsroom, tasksOf, ['status', 'publish', 'trash'].includes(change.kind));
		},
		undo(newsroom, undo) {
			const known = undosOf(newsroom);
			const done = known.get(undo);
			if (done === undefined) {
				throw new FailureError('not-found', 'This change cannot be undone any more. Each story has it in its history.');
			}
			// Not twice at once; what this undoing does can be undone in turn.
			known.delete(undo);
			return start(
				newsroom,
				async () => done.map((one) => ({ id: one.id, run: () => undoStory(newsroom.articles, one) })),
				true,
				(left) => {
					// What it did not come to can still be undone by the same name.
					const rest = done.filter(({ id }) => left.has(id));
					if (rest.length > 0) known.set(undo, rest);
				},
			);
		},
	};
}

function refuseUnknown(newsroom: ChangedNewsroom, slugs: readonly string[]): void {
	const { categories } = newsroom.folder();
	const unknown = slugs.find((slug) => categories.every((category) => category.slug !== slug));
	if (unknown !== undefined) {
		throw new FailureError('not-found', `There is no category “${unknown}” any more, so nothing was changed.`, unknown);
	}
}
