import type { IndexState } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Status } from '#shared/model/status.ts';

/** A story that lies in the trash, as it was found there. */
export interface FoundInTrash {
	readonly id: ArticleId;
	/** Its file, relative to the newsroom. */
	readonly path: string;
	readonly headline: string;
	readonly status: Status;
	/** When it was put there, ISO 8601. */
	readonly trashed: string;
}

/** How much of a newsroom has been read since it was opened, and what changed meanwhile. */
export interface Reading {
	/** Resolves once the catalogue holds what was known of the newsroom at an earlier time. */
	readonly catalogued: Promise<void>;
	/** Resolves once it is known what lies in the trash. */
	readonly trash: Promise<void>;
	/** Resolves once every story is known as its file is; rejects with a `FailureError` when that will not be. */
	readonly whole: Promise<void>;
	/** Resolves as soon as that is, or there are so many stories that nobody should wait for it. */
	readonly enough: Promise<void>;
	isWhole(): boolean;
	/** Resolves once lists and selections find every story; later than `whole` where the index had to be made again. */
	indexed(): Promise<void>;
	/** How far the index is. */
	state(): IndexState;
	/** Who looks at such files, also at those of before. */
	onLookAgain(look: (path: string) => void): void;
}

/** The side of a reading that hears how it goes on. */
export interface ReadingControl extends Reading {
	/** Whether nothing was known of an earlier time. */
	isFirst(): boolean;
	/** Hears that this process itself changed a story or found it changed: what was read before counts no more. */
	touch(id: ArticleId, path: string | null): void;
	isTouched(id: ArticleId, path: string): boolean;
	/** Hears of a file that has to be looked at once more. */
	lookAgain(path: string): void;
	/** Hears of so many more stories that are known from an earlier time. */
	noteKnown(stories: number): void;
	noteCatalogued(): void;
	noteTrash(): void;
	/** Hears of a story in the trash that was in the newsroom at an earlier time. */
	noteTwin(story: FoundInTrash): void;
	/** Such a story, which turns out not to be in the newsroom any more; null when there is none. */
	takeTwin(id: ArticleId): FoundInTrash | null;
	noteWhole(): void;
	noteState(state: IndexState): void;
	/** Ends it: whoever waits is refused. */
	end(reason: string): void;
}

/** As many stories are read before anybody could notice. */
const soonRead = 500;

/** Begins with nothing read. */
export function createReading(): ReadingControl {
	const [catalogued, trash, whole, enough] = [createGate(), createGate(), createGate(), createGate()];
	let indexed = createGate();
	let isWhole = false;
	let isFirst = false;
	let known = 0;
	let state: IndexState = { kind: 'reading', done: 0, total: 0, isAnew: false };
	const ids = new Set<ArticleId>();
	const paths = new Set<string>();
	const again = new Set<string>();
	const twins = new Map<ArticleId, FoundInTrash>();
	let look: ((path: string) => void) | null = null;

	return {
		catalogued: catalogued.passed,
		trash: trash.passed,
		whole: whole.passed,
		enough: enough.passed,
		isWhole: () => isWhole,
		isFirst: () => isFirst && !isWhole,
		indexed: () => indexed.passed,
		state: () => state,
		touch(id, path) {
			if (isWhole) return;
			ids.add(id);
			if (path !== null) paths.add(path);
		},
		isTouched: (id, path) => isWhole || ids.has(id) || paths.has(path),
		lookAgain(path) {
			if (look === null) again.add(path);
			else look(path);
		},
		onLookAgain(next) {
			look = next;
			for (const path of again) next(path);
			again.clear();
		},
		noteKnown(stories) {
			known += stories;
			// What is known can be listed at once, and shown while the rest is told.
			if (known > soonRead) enough.open();
		},
		noteCatalogued() {
			isFirst = known === 0;
			catalogued.open();
		},
		noteTrash: trash.open,
		noteTwin(story) {
			const known = twins.get(story.id);
			if (known === undefined || known.trashed < story.trashed) twins.set(story.id, story);
		},
		takeTwin(id) {
			const story = twins.get(id) ?? null;
			twins.delete(id);
			return story;
		},
		noteWhole() {
			isWhole = true;
			ids.clear();
			paths.clear();
			twins.clear();
			whole.open();
			enough.open();
		},
		noteState(next) {
			if (next.kind !== 'reading') indexed.open();
			else if (state.kind !== 'reading') indexed = createGate();
			state = next;
			if (next.kind === 'reading' && next.total > soonRead) enough.open();
		},
		end(reason) {
			const error = new FailureError('no-newsroom', reason);
			for (const gate of [catalogued, trash, whole, indexed]) gate.close(error);
			enough.open();
		},
	};
}

/** Something that many wait for, and that opens once or never will. */
function createGate() {
	let open = () => {};
	let close: (error: Error) => void = () => {};
	const passed = new Promise<void>((resolve, reject) => {
		open = resolve;
		close = reject;
	});
	// Nobody may be waiting when it is closed.
	passed.catch(() => {});
	return { passed, open, close };
}
