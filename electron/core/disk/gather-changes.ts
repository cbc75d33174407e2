import type { ArticleId } from '#shared/model/article.ts';

/** Tells of changed stories at once, and of those that follow closely together. */
export interface GatheredChanges {
	note(ids: readonly ArticleId[]): void;
	/** Tells what waits, now. */
	flush(): void;
}

/**
 * Gathers changes so that `tell` is called once in so many milliseconds at most, however many stories change. The renderer's
 * `throttle` waits before the first one, which a window is to hear of at once.
 */
export function gatherChanges(tell: (ids: readonly ArticleId[]) => void, milliseconds = 100): GatheredChanges {
	let waiting: Set<ArticleId> | null = null;
	let timer: NodeJS.Timeout | undefined;
	const flush = () => {
		clearTimeout(timer);
		const ids = waiting;
		waiting = null;
		if (ids !== null && ids.size > 0) tell([...ids]);
	};
	const pause = () => {
		waiting = new Set();
		timer = setTimeout(() => {
			const hasMore = waiting !== null && waiting.size > 0;
			flush();
			if (hasMore) pause();
		}, milliseconds);
		timer.unref();
	};
	return {
		note(ids) {
			if (waiting !== null) {
				for (const id of ids) waiting.add(id);
				return;
			}
			tell(ids);
			pause();
		},
		flush,
	};
}
