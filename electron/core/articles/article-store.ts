import type {
	DamagedFile,
	EmptiedTrash,
	IndexState,
	OpenedArticle,
	SaveOutcome,
	TrashedArticle,
} from '#shared/contract/articles.ts';
import type { ReaderNote } from '#shared/document/corrections/reader-note.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { Category, Slug } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { createRevisionRecorder, type WriteReason } from '../history/revision-recorder.ts';
import type { FileDamage } from '../json/parsed-file.ts';
import type { ArticleFile } from './article-file.ts';
import type { ArticleIndex, StoryQueries } from './article-index.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { type BothChange, changeBoth, type EditOf, putBothBack } from './change-both.ts';
import { readDamaged, recheckDamaged } from './damaged-files.ts';
import type { IndexEvent } from './index-events.ts';
import type { BeforeWrite, BothFiles } from './live/both-files.ts';
import { addAgain, createStory, type DraftContent, duplicateStory } from './new-story.ts';
import { type FileNow, openStory, readLiveOf, readStory } from './open-story.ts';
import { type Applied, applyDamage, applyGone, applyStory, applyTrashed } from './outside-changes.ts';
import { createReading, type Reading } from './reading.ts';
import { publishChanges, saveStory } from './save-story.ts';
import { freeSlug } from './state/claim-slug.ts';
import { pathOf } from './state/path-of.ts';
import type { StoreState, TrashedStory } from './state/store-state.ts';
import { takeIndexEvent } from './state/take-index-event.ts';
import { discardUntouched } from './trash/discard-untouched.ts';
import { emptyTrash } from './trash/empty-trash.ts';
import { readInTrash, type TrashedVersions } from './trash/read-in-trash.ts';
import { listTrash, restoreStory, trashStory } from './trash/trash-story.ts';

/**
 * The stories of an open newsroom: their files, what is in the trash, and what is damaged. What it writes is durable once
 * it has answered; what cannot be done is a `FailureError`, and then nothing was changed.
 */
export interface ArticleStore {
	/** Lists, counts and searches stories without reading their files. */
	readonly index: StoryQueries;
	/**
	 * An answer of the index that leaves out no story; a `FailureError` where the index turned out to be damaged and is
	 * being made anew.
	 */
	wholeAnswer<Value>(ask: (index: StoryQueries) => Promise<Value>): Promise<Value>;
	/** Where each story lies, known at once. */
	readonly catalogue: Catalogue;
	/** How much of the newsroom has been read. */
	readonly reading: Reading;
	/** Damaged files by their path. */
	readonly damaged: ReadonlyMap<string, DamagedFile>;
	readonly trashed: ReadonlyMap<ArticleId, TrashedStory>;

	/** Opens a story; one that is gone or damaged is a `FailureError`. */
	open(id: ArticleId): Promise<OpenedArticle>;
	/** A story's file as it lies on the disk at this moment, or why there is none; its history does not follow that. */
	read(id: ArticleId): Promise<FileNow>;
	/** A story's file as Galley last read or wrote it, if it was at this revision; else null. */
	known(id: ArticleId, revision: Revision): ArticleFile | null;
	/** A story's file, relative to the newsroom; null when it has none. Waits for what is unread where it must. */
	pathOf(id: ArticleId): Promise<string | null>;
	/** Saves a story over the revision that it was based on; see `SaveOutcome`. */
	save(article: Article, basedOn: Revision, reason?: WriteReason, before?: BeforeWrite): Promise<SaveOutcome>;

	/**
	 * Changes a story and what readers have of it alike, which is no edit: its dates stay, and readers get the change with
	 * the next export. `before` hears what is to be written, and nothing is until it has returned. Null when `edit` changes
	 * neither; who may not be changed, or whose live version is lost, is a `FailureError`. A story in the trash is changed there.
	 */
	changeBoth(id: ArticleId, edit: EditOf, before: (change: BothChange) => Promise<void>): Promise<BothChange | null>;
	/**
	 * Puts back the bytes of a story's file and of what lies beside it for readers, as `make` makes them of those of now;
	 * false when that answers null, or another story has the address of then. They have to be bytes of this story.
	 */
	putBothBack(id: ArticleId, make: (now: BothFiles) => BothFiles | null): Promise<boolean>;

	/** What readers have of a published story with changes, null when they have it as it is; a lost one is a `FailureError`. */
	live(id: ArticleId): Promise<ArticleFile | null>;
	/**
	 * Gives readers the changes of a published story, with what they are told of them, over the revision that this was decided
	 * on; see `SaveOutcome`. Without a note they are told nothing.
	 */
	publishChanges(id: ArticleId, basedOn: Revision, note?: ReaderNote, before?: BeforeWrite): Promise<SaveOutcome>;

	/** Makes an empty draft with the newsroom's defaults. */
	create(headline: string, content?: DraftContent): Promise<OpenedArticle>;
	/** Copies a story into a new draft with its own id, slug and dates and without corrections. */
	duplicate(id: ArticleId): Promise<OpenedArticle>;
	/** Makes a file for a story that has none to save over; under another id while the old file may come back. */
	addAgain(article: Article): Promise<Extract<SaveOutcome, { kind: 'saved' }>>;
	/** The wanted slug, or one made from it that no other story has. */
	suggestSlug(id: ArticleId, wanted: Slug): Promise<Slug>;

	/** Moves a story to the trash, with its file as it is. */
	trash(id: ArticleId): Promise<void>;
	/** Puts a story back at its path, with a slug that no other story has taken since. */
	/** Deletes an empty draft that nobody has changed; answers whether it was one. */
	discardUntouched(id: ArticleId): Promise<boolean>;
	restore(id: ArticleId): Promise<void>;
	/** Reads a story in the trash; null when it is not there, or nobody can read it. */
	inTrash(id: ArticleId): Promise<TrashedVersions | null>;
	/** What lies in the trash, what was put there last first. */
	listTrash(): Promise<TrashedArticle[]>;
	/** Deletes stories from the trash for ever; each has its last text in its history before. */
	emptyTrash(ids: readonly ArticleId[]): Promise<EmptiedTrash>;

	/** Looks at the damaged files again: one that was mended is a story from then on, one that was deleted is forgotten. */
	recheckDamaged(): Promise<void>;
	/** The text of a damaged file, of those that are listed as damaged and no other. */
	readDamaged(path: string): Promise<{ text: string }>;

	/** Takes over what other programs did to the files. */
	readonly outside: OutsideChanges;
	/** Follows the settings and the taxonomy as they now are. */
	follow(newsroom: Newsroom, categories: readonly Category[]): void;
	/** Refuses whoever waits for the newsroom to be read: it is being closed. */
	endReading(reason: string): void;
	/** Records what was saved and is in no revision yet; the saves under way have ended before. */
	settle(): Promise<void>;
	/** Puts the index down, after `endReading` and `settle`. */
	close(): Promise<void>;
}

/** Takes over what was found in files that other programs changed; what Galley wrote itself changes nothing. */
export interface OutsideChanges {
	story(path: string, found: ArticleFile): Promise<Applied>;
	damage(path: string, damage: FileDamage): Promise<Applied>;
	gone(path: string): Promise<Applied>;
	/** A file in the trash, once the story is no longer among the others. */
	trashed(path: string, found: ArticleFile): Promise<Applied>;
	/** Tells everybody that these stories changed, or, with none, which files are damaged. */
	tell(ids: readonly ArticleId[]): void;
}

/** What a store works with. */
export interface StoreTools
	extends Pick<StoreState, 'disk' | 'queues' | 'lock' | 'history' | 'folder' | 'now' | 'who' | 'changed'> {
	/** Opens the index, which tells of its own accord what it finds in the files. */
	readonly openIndex: (hear: (event: IndexEvent) => void) => ArticleIndex;
	readonly indexChanged?: ((state: IndexState) => void) | undefined;
	readonly log: (message: string, error?: unknown) => void;
}

/** Begins to read the stories of a newsroom; see `reading`. */
export function createArticleStore(tools: StoreTools): ArticleStore {
	const { openIndex, indexChanged, log, ...given } = tools;
	const state: StoreState = {
		...given,
		index: openIndex((event) => takeIndexEvent(state, event, { log, stateChanged: indexChanged })),
		catalogue: createCatalogue(),
		reading: createReading(),
		damaged: new Map(),
		trashed: new Map(),
		claims: new Map(),
		recorder: createRevisionRecorder(given.history, given.now, log),
	};
	const { index, catalogue, reading, damaged, trashed, recorder } = state;
	return {
		index,
		async wholeAnswer(ask) {
			const answer = await ask(index);
			// The state is told before what is answered from it.
			if (reading.state().kind !== 'reading') return answer;
			throw new FailureError(
				'damaged',
				'The index of this newsroom turned out to be damaged and is being made anew, so nothing was done. Your stories are safe: try again once the list is whole.',
			);
		},
		catalogue,
		reading,
		damaged,
		trashed,
		open: (id) => openStory(state, id),
		read: (id) => readStory(state, id),
		known: (id, revision) => recorder.known(id, revision),
		pathOf: (id) => pathOf(state, id),
		save: (article, basedOn, reason, before) => saveStory(state, article, basedOn, reason, before),
		live: (id) => readLiveOf(state, id),
		publishChanges: (id, basedOn, note, before) => publishChanges(state, id, basedOn, note, before),
		changeBoth: (id, edit, before) => changeBoth(state, id, edit, before),
		putBothBack: (id, make) => putBothBack(state, id, make),
		create: (headline, content) => createStory(state, headline, content),
		duplicate: (id) => duplicateStory(state, id),
		addAgain: (article) => addAgain(state, article),
		suggestSlug: (id, wanted) => freeSlug(state, id, wanted),
		trash: (id) => trashStory(state, id),
		discardUntouched: (id) => discardUntouched(state, id),
		restore: (id) => restoreStory(state, id),
		inTrash: (id) => readInTrash(state, id),
		listTrash: () => listTrash(state),
		emptyTrash: (ids) => emptyTrash(state, ids),
		recheckDamaged: () => recheckDamaged(state),
		readDamaged: (path) => readDamaged(state, path),
		outside: {
			story: (path, found) => applyStory(state, path, found),
			damage: (path, damage) => applyDamage(state, path, damage),
			gone: (path) => applyGone(state, path),
			trashed: (path, found) => applyTrashed(state, path, found),
			tell: given.changed,
		},
		follow: (newsroom, categories) => index.follow(newsroom, categories),
		endReading: (reason) => reading.end(reason),
		settle: () => recorder.settle(),
		close: () => index.close(),
	};
}
