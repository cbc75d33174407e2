import { setTimeout } from 'node:timers/promises';
import { checksOf } from '#shared/document/checks/check-settings.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Category, Slug } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { FiledStory, Sweep } from '../../articles/article-index.ts';
import type { IndexEvent } from '../../articles/index-events.ts';
import { indexedStory } from '../../articles/story-summary.ts';
import type { NewsroomPath } from '../../disk/newsroom-path.ts';
import { type FileScan, scanFiles } from '../scan/file-scan.ts';
import { outdatedFiles, sweepFiles } from '../scan/file-sweep.ts';
import { markNow, markOfRevision, slugsInNames, storyFolders } from '../scan/story-files.ts';
import type { IndexDatabase } from '../store/index-database.ts';
import { isDatabaseFailure, isRefusal } from '../store/index-failure.ts';
import { giveUp, isDeleted, openFirstPlace } from '../store/index-place.ts';
import { entryOf } from '../store/story-entry.ts';
import { createSlices, passingOn } from './slices.ts';

/** Everything that can be asked of the index. */
export type IndexAnswers = Pick<
	IndexDatabase,
	| 'list'
	| 'total'
	| 'countQueues'
	| 'countCategories'
	| 'facets'
	| 'search'
	| 'linked'
	| 'linkingTo'
	| 'carrying'
	| 'suggest'
	| 'pictures'
	| 'shownPictures'
	| 'pictureUses'
	| 'trending'
	| 'noted'
	| 'select'
> & {
	/** Paths at which a story may lie, when its file has not been looked at yet. */
	locate(id: ArticleId): string[];
	/** Slugs that begin like this in the names of files that have not been read yet. */
	unreadSlugs(beginning: Slug): Slug[];
	/** Looks for files that changed below these folders; during the first scan, which does so itself, it finds none. */
	sweep(folders: readonly string[]): Sweep;
	/** The files of stories that are not as the index has them at this moment. */
	outdated(): readonly string[];
};
export type IndexQuestion = keyof IndexAnswers;

type Answering = {
	readonly [Name in IndexQuestion]: (
		...given: Parameters<IndexAnswers[Name]>
	) => ReturnType<IndexAnswers[Name]> | Promise<ReturnType<IndexAnswers[Name]>>;
};

/** Owns the index of a newsroom and keeps it as the files are, in small slices of whatever thread it is in. */
export interface StoryIndex {
	ask<Name extends IndexQuestion>(
		name: Name,
		...given: Parameters<IndexAnswers[Name]>
	): Promise<ReturnType<IndexAnswers[Name]>>;
	put(story: FiledStory): void;
	remove(id: ArticleId): void;
	follow(newsroom: Newsroom, categories: readonly Category[]): void;
	close(): void;
}

/** What it is made with; this can be sent to another thread. */
export interface StoryIndexOptions {
	readonly newsroom: NewsroomPath;
	/** Files for the database, the first that can be had; in memory where none can. */
	readonly places: readonly string[];
	readonly settings: Newsroom;
	readonly categories: readonly Category[];
}

/** How often it tells how far it is, in milliseconds. */
const stateInterval = 100;
/** After so long without a question or a change, in milliseconds, the next one is not to be expected at once. */
const quiet = 1000;
/** An index that failed so often is not made once more. */
const mostFailures = 5;

/** Opens the index and begins to make it as the files are. */
export function createStoryIndex(
	options: StoryIndexOptions,
	tell: (event: IndexEvent) => void,
	now: () => Date = () => new Date(),
): StoryIndex {
	const { newsroom } = options;
	let { settings, categories } = options;
	let places = options.places;
	let failures = 0;
	let isClosed = false;
	let isWhole = false;
	let lastState = 0;
	const reported = new Map<string, string>();
	let waitingForList: (() => void)[] = [];

	/** What went wrong while it was opened, told once the work begins. */
	let problems: string[] = [];
	/** Whether the index of an earlier time was damaged and this one takes its place. */
	let isAnew = false;

	const open = () => {
		const opened = openFirstPlace(
			places,
			(database) => database.follow(settings, categories),
			(place, reason) => problems.push(`the index cannot be kept in ${place}: ${reason}`),
		);
		places = places.slice(places.indexOf(opened.place));
		if (opened.damage !== null) problems.push(madeAnew(opened.damage));
		isAnew ||= opened.damage !== null;
		return opened;
	};
	let opened = open();

	const tools = {
		newsroom,
		database: () => opened.database,
		checks: () => checksOf(settings),
		now,
		reported,
		tell(event: IndexEvent) {
			if (event.kind === 'state' && event.state.kind === 'reading') {
				// No timer tells it later: a scan that is not done goes on, and its end is told in any case.
				if (Date.now() - lastState < stateInterval) return;
				lastState = Date.now();
				tell({ ...event, state: { ...event.state, isAnew } });
			} else tell(event);
		},
	};
	let scan: FileScan = scanFiles(tools);
	const slices = createSlices((error) => recover(error));

	function* scanning(): Generator<Promise<void> | void> {
		for (const message of problems) tell({ kind: 'problem', message });
		problems = [];
		for (const wait of scan.steps) {
			if (waitingForList.length > 0 && scan.folders() !== null) goOnListed();
			yield wait;
		}
		// Behind the list and the scan, for it reads all of the index; what was made just now is as it was written.
		if (opened.database.isNew) opened.database.moveLog();
		else yield* opened.database.check();
		isWhole = true;
		isAnew = false;
		goOnListed();
		tell({ kind: 'whole' });
		tell({ kind: 'state', state: opened.state });
		yield* tidying();
	}

	/** When something was asked or put in last, and whether the database is being put in order. */
	let lastUsed = Number.NEGATIVE_INFINITY;
	let isTidying = false;
	/** Puts the database in order, while nobody asks or changes anything: among many changes it would be done for each. */
	function* tidying(): Generator<Promise<void> | void> {
		if (isTidying) return;
		isTidying = true;
		for (;;) {
			const rest = lastUsed + quiet - performance.now();
			if (rest > 0) yield setTimeout(rest, undefined, { ref: false });
			else if (opened.database.tidy()) yield;
			else break;
		}
		isTidying = false;
	}

	const goOnListed = () => {
		const waiting = waitingForList;
		waitingForList = [];
		for (const go of waiting) go();
	};
	const listed = (): Promise<void> =>
		isWhole || scan.folders() !== null ? Promise.resolve() : new Promise((go) => waitingForList.push(go));

	/** Makes the index anew after it failed: in its place when it is damaged, in the next when the disk refuses. */
	const recover = (error: unknown) => {
		failures += 1;
		const message = error instanceof Error ? error.message : String(error);
		tell({ kind: 'problem', message: madeAnew(message) });
		isAnew = true;
		// Before anything is answered from what is not whole yet.
		tell({ kind: 'state', state: { kind: 'reading', done: 0, total: 0, isAnew } });
		lastState = 0;
		slices.stop('The index of this newsroom is made anew. Try again.');
		try {
			scan.steps.return(undefined);
		} catch (error) {
			// What it read is read again.
			if (!isDatabaseFailure(error)) throw error;
		}
		giveUp(opened.database);
		if (failures > mostFailures) {
			isClosed = true;
			tell({ kind: 'failed', message });
			return;
		}
		// What fails without a reason of its own came across damage. A newsroom that is gone must not come back empty.
		if (isRefusal(error) || markNow(newsroom, 'newsroom.json') === null || !isDeleted(opened.place))
			places = places.filter((place) => place !== opened.place);
		opened = open();
		isWhole = false;
		isTidying = false;
		scan = scanFiles(tools);
		slices.add(scanning(), () => {});
	};

	/** Runs what only needs the database; when that is broken it is made anew and asked again. */
	const withDatabase = <Value>(work: (database: IndexDatabase) => Value): Value => {
		if (isClosed) throw closedIndex();
		try {
			return work(opened.database);
		} catch (error) {
			if (!isDatabaseFailure(error)) throw error;
			recover(error);
			if (isClosed) throw closedIndex();
			return work(opened.database);
		}
	};

	const answers: Answering = {
		list: (query) => withDatabase((database) => database.list(query)),
		total: (filter) => withDatabase((database) => database.total(filter)),
		countQueues: () => withDatabase((database) => database.countQueues()),
		countCategories: () => withDatabase((database) => database.countCategories()),
		facets: (of, begins, limit) => withDatabase((database) => database.facets(of, begins, limit)),
		search: (text, limit, exclude) => withDatabase((database) => database.search(text, limit, exclude)),
		linked: (ids) => withDatabase((database) => database.linked(ids)),
		linkingTo: (ids) => withDatabase((database) => database.linkingTo(ids)),
		carrying: (carried) => withDatabase((database) => database.carrying(carried)),
		suggest: (asked) => withDatabase((database) => database.suggest(asked)),
		pictures: (text, offset, limit) => withDatabase((database) => database.pictures(text, offset, limit)),
		shownPictures: (media) => withDatabase((database) => database.shownPictures(media)),
		pictureUses: (media, limit) => withDatabase((database) => database.pictureUses(media, limit)),
		trending: () => withDatabase((database) => database.trending()),
		noted: () => withDatabase((database) => database.noted()),
		select: (selection) => withDatabase((database) => database.select(selection)),
		async locate(id) {
			await listed();
			const record = withDatabase((database) => database.record(id));
			const ending = `-${id.slice(-6).toLowerCase()}.json`;
			const named = isWhole ? [] : [...scan.unread()].filter((path) => path.endsWith(ending));
			return record === null ? named : [record.path, ...named];
		},
		async unreadSlugs(beginning) {
			await listed();
			return isWhole ? [] : slugsInNames(scan.unread(), beginning);
		},
		async sweep(folders) {
			if (folders.length > 0 || isWhole) return sweep(folders.length > 0 ? folders : storyFolders);
			await listed();
			const found = scan.folders();
			return found === null || isWhole ? sweep(storyFolders) : { folders: found, files: [] };
		},
		outdated: () => inSlices(outdatedFiles(tools)),
	};
	const inSlices = <Value>(steps: Generator<Promise<void> | void, Value>): Promise<Value> =>
		new Promise((answer, refuse) => {
			if (isClosed) refuse(closedIndex());
			else slices.add(passingOn(steps, answer), refuse);
		});
	const sweep = (folders: readonly string[]) => inSlices(sweepFiles(tools, folders));

	slices.add(scanning(), () => {});
	return {
		async ask(name, ...given) {
			lastUsed = performance.now();
			return await answers[name](...given);
		},
		put(filed) {
			if (isClosed) return;
			lastUsed = performance.now();
			const { path, revision } = filed;
			const mark = markOfRevision(newsroom, path, revision);
			const story = indexedStory(filed, checksOf(settings), now());
			withDatabase((database) => database.put(entryOf(story), mark));
			if (mark !== '') reported.delete(path);
			if (isWhole) slices.add(tidying(), () => {});
		},
		remove(id) {
			if (isClosed) return;
			lastUsed = performance.now();
			withDatabase((database) => database.remove(id));
		},
		follow(nextSettings, nextCategories) {
			settings = nextSettings;
			categories = nextCategories;
			if (isClosed) return;
			const isOutdated = withDatabase((database) => database.follow(settings, categories));
			// A scan that is not done reads the rest by the new settings, and the next start all of them.
			if (!isOutdated || !isWhole) return;
			isWhole = false;
			scan = scanFiles(tools);
			slices.add(scanning(), () => {});
		},
		close() {
			if (isClosed) return;
			isClosed = true;
			// Ending the scan commits what it has read, so that the next one goes on from there.
			scan.steps.return(undefined);
			slices.stop('The newsroom was closed.');
			giveUp(opened.database);
		},
	};
}

function madeAnew(reason: string): string {
	return `the index is made anew: ${reason}`;
}

function closedIndex(): FailureError {
	return new FailureError('no-newsroom', 'This newsroom was closed. Open it again.');
}
