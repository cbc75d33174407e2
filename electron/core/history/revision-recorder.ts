import type { RevisionReason } from '#shared/contract/history.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId, Revision } from '#shared/model/article.ts';
import type { ArticleFile } from '../articles/article-file.ts';
import type { HistoryStore, StoryNow } from './history-store.ts';

/** Why a story is written. */
export type WriteReason = 'explicit' | 'auto' | 'restore';

/** Follows what Galley reads and writes of each story, and records the revisions that this calls for. */
export interface RevisionRecorder {
	/** Changes whenever Galley writes the story; a reading across a change says nothing of others. */
	turn(id: ArticleId): number;
	/** Hears of a story's file as it was read; one that somebody else changed is kept, and before it what was known. */
	read(story: ArticleFile): Promise<void>;
	/** Hears that a story's file is damaged or gone; what was last known of it is kept. */
	lost(id: ArticleId): Promise<void>;
	/** Hears of a story that is new, or lies in the newsroom as Galley has just put it there. */
	made(story: ArticleFile): void;
	/** Hears that the file is about to become this. */
	willWrite(id: ArticleId, revision: Revision): void;
	/** Hears that Galley moved the story away. */
	forget(id: ArticleId): void;
	/** Keeps what a write calls for; answers what went wrong with that, in a sentence, or null. */
	wrote(before: ArticleFile, after: ArticleFile, reason: WriteReason): Promise<string | null>;
	/** Keeps a revision that was asked for; answers what went wrong, in a sentence, or null. */
	note(story: StoryNow, reason: RevisionReason): Promise<string | null>;
	/** The story's file as Galley last read or wrote it. */
	last(id: ArticleId): ArticleFile | null;
	/** The same, if it is at this revision. */
	known(id: ArticleId, revision: Revision): ArticleFile | null;
	/** Keeps what was saved and is in no revision yet, before the newsroom closes. */
	settle(): Promise<void>;
}

interface Followed {
	/** What Galley last read or wrote. */
	last: ArticleFile;
	/** What it is writing at this moment, or could not write for sure. */
	writing: Revision | null;
	/** Since when this story is followed, or its history known to begin. */
	since: number;
	/** Until when no revision is due for the time that went by. */
	notDueBefore: number;
	/** Whether the story as it was before the first change is kept. */
	hasBeginning: boolean;
	/** Whether a save is in no revision yet. */
	isAhead: boolean;
}

const interval = 5 * 60_000;
const mostFollowed = 200;

/** Follows stories in front of their histories. */
export function createRevisionRecorder(
	history: HistoryStore,
	now: () => Date,
	log: (message: string, error?: unknown) => void,
): RevisionRecorder {
	const followed = new Map<ArticleId, Followed>();
	const turns = new Map<ArticleId, number>();

	const follow = (last: ArticleFile, change: Partial<Followed>): Followed => {
		const { id } = last.article;
		const before = followed.get(id) ?? {
			last,
			writing: null,
			since: now().getTime(),
			notDueBefore: 0,
			hasBeginning: false,
			isAhead: false,
		};
		const after = { ...before, last, ...change };
		followed.delete(id);
		followed.set(id, after);
		// The one longest untouched goes, unless a save of it is in no revision.
		if (followed.size > mostFollowed) {
			for (const [oldest, { isAhead }] of followed) {
				if (isAhead) continue;
				followed.delete(oldest);
				break;
			}
		}
		return after;
	};

	const turned = (id: ArticleId) => turns.set(id, (turns.get(id) ?? 0) + 1);

	/** Runs what concerns the history alone: a story is read and saved though its history cannot be. */
	const guarded = async (work: () => Promise<void>): Promise<string | null> => {
		try {
			await work();
			return null;
		} catch (error) {
			log('a revision could not be kept', error);
			const reason = error instanceof FailureError ? error.failure.message : 'something went wrong inside Galley.';
			return `The story itself is saved, but not its history: ${reason}`;
		}
	};

	/** Whether five minutes of editing went by since the newest revision. */
	const isDue = async (id: ArticleId, { since }: Followed) => {
		const newest = await history.newest(id);
		const due = (newest === null ? since : Date.parse(newest.at)) + interval;
		const story = followed.get(id);
		// What another Galley keeps from here on only puts it off.
		if (story !== undefined) followed.set(id, { ...story, notDueBefore: due });
		return now().getTime() >= due;
	};

	const keepWrite = async (before: ArticleFile, after: ArticleFile, reason: WriteReason) => {
		const { id } = after.article;
		let story = follow(after, { isAhead: true });
		if (!story.hasBeginning) {
			await history.keep(before, 'opened', true);
			story = follow(after, { hasBeginning: true });
		}
		const why = reasonOf(before, after, reason);
		if (why === 'interval' && !(await isDue(id, story))) return;
		await history.keep(after, why);
		follow(after, { isAhead: false });
	};

	return {
		turn: (id) => turns.get(id) ?? 0,
		async read(story) {
			const before = followed.get(story.article.id);
			const isOurs = before?.last.revision === story.revision || before?.writing === story.revision;
			if (before === undefined || isOurs) {
				follow(story, {});
				return;
			}
			const problem = await guarded(async () => {
				await history.keep(before.last, 'before-external', true);
				await history.keep(story, 'external', true);
			});
			// Until both are kept, what was known is not let go.
			if (problem === null) follow(story, { isAhead: false, hasBeginning: true });
		},
		async lost(id) {
			const before = followed.get(id);
			if (before === undefined) return;
			const problem = await guarded(async () => {
				await history.keep(before.last, 'before-external', true);
			});
			// What comes back in its place is somebody else's, and is kept as such.
			if (problem === null) follow(before.last, { isAhead: false, hasBeginning: true });
		},
		made(story) {
			turned(story.article.id);
			follow(story, { hasBeginning: true });
		},
		willWrite(id, revision) {
			turned(id);
			const before = followed.get(id);
			if (before !== undefined) followed.set(id, { ...before, writing: revision });
		},
		forget(id) {
			turned(id);
			followed.delete(id);
		},
		wrote(before, after, reason) {
			turned(after.article.id);
			const { hasBeginning, notDueBefore } = follow(after, { writing: null, isAhead: true });
			const isSoon = hasBeginning && now().getTime() < notDueBefore;
			if (isSoon && reasonOf(before, after, reason) === 'interval') return Promise.resolve(null);
			return guarded(() => keepWrite(before, after, reason));
		},
		note: (story, reason) =>
			guarded(async () => {
				await history.keep(story, reason);
				const last = followed.get(story.article.id)?.last;
				if (last?.revision === story.revision) follow(last, { isAhead: false });
			}),
		last: (id) => followed.get(id)?.last ?? null,
		known: (id, revision) => {
			const last = followed.get(id)?.last;
			return last?.revision === revision ? last : null;
		},
		async settle() {
			for (const { last, isAhead } of [...followed.values()]) {
				if (!isAhead) continue;
				const problem = await guarded(async () => {
					await history.keep(last, 'interval', true);
				});
				if (problem === null) follow(last, { isAhead: false });
			}
			await history.idle();
		},
	};
}

function reasonOf(before: ArticleFile, after: ArticleFile, reason: WriteReason): RevisionReason {
	if (reason === 'restore') return 'restore';
	if (before.article.status !== after.article.status) return 'status';
	return reason === 'explicit' ? 'explicit-save' : 'interval';
}
