import type { DamagedFile } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import type { Status } from '#shared/model/status.ts';
import type { FileSystem } from '../../disk/file-system.ts';
import type { WorkQueues } from '../../disk/work-queues.ts';
import type { WriteLock } from '../../disk/write-lock.ts';
import type { HistoryStore } from '../../history/history-store.ts';
import type { RevisionRecorder } from '../../history/revision-recorder.ts';
import type { NewsroomFolder } from '../../newsroom/newsroom-folder.ts';
import { type ArticleFile, hasChanges } from '../article-file.ts';
import type { ArticleIndex } from '../article-index.ts';
import type { WritableCatalogue } from '../catalogue.ts';
import type { ReadingControl } from '../reading.ts';

/** A story in the trash. */
export interface TrashedStory {
	/** Its file, relative to the newsroom. */
	readonly path: string;
	readonly headline: string;
	readonly status: Status;
	readonly trashed: Date;
}

/** What the store of an open newsroom works on: what it knows of the stories, and what it reads and writes them with. */
export interface StoreState {
	readonly disk: FileSystem;
	readonly queues: WorkQueues;
	/** Held for each moment in which the files of stories change. */
	readonly lock: WriteLock;
	readonly index: ArticleIndex;
	readonly catalogue: WritableCatalogue;
	/** How much of the newsroom has been read. */
	readonly reading: ReadingControl;
	/** Damaged files by their path. */
	readonly damaged: Map<string, DamagedFile>;
	readonly trashed: Map<ArticleId, TrashedStory>;
	/** Slugs that a write under way is going to use. */
	readonly claims: Map<Slug, ArticleId>;
	readonly history: HistoryStore;
	/** Records the revisions that reading and writing call for. */
	readonly recorder: RevisionRecorder;
	/** The newsroom as it now is; its settings and taxonomy change while it is open. */
	readonly folder: () => NewsroomFolder;
	readonly now: () => Date;
	/** The name of whoever works here; empty where nobody knows. */
	readonly who: () => Promise<string>;
	/** Tells everybody that these stories changed. */
	readonly changed: (ids: readonly ArticleId[]) => void;
}

/** Notes a story as its file now is. */
export function noteStory(state: StoreState, file: ArticleFile, path: string): void {
	const { article, revision } = file;
	state.reading.touch(article.id, path);
	const { id, slug, formerSlugs } = article;
	state.catalogue.put({ id, path, slug, formerSlugs, revision });
	state.index.put({ article, path, revision, hasChanges: hasChanges(file) });
}

/** Notes that a story is not in the newsroom any more. */
export function forgetStory(state: StoreState, id: ArticleId): void {
	state.reading.touch(id, state.catalogue.get(id)?.path ?? null);
	state.catalogue.remove(id);
	state.index.remove(id);
}
