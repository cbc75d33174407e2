import type { ArticleIndex } from '../../articles/article-index.ts';
import type { IndexEvent } from '../../articles/index-events.ts';
import { createIndexKeeper, type KeeperOptions } from './index-keeper.ts';
import { questionsOver } from './questions.ts';

/** Keeps the index in this very thread, in slices. */
export function createLocalIndex(
	options: KeeperOptions,
	tell: (event: IndexEvent) => void,
	now: () => Date,
): ArticleIndex {
	const keeper = createIndexKeeper(options, tell, now);
	return {
		...questionsOver(keeper.ask),
		put: keeper.put,
		remove: keeper.remove,
		follow: keeper.follow,
		close: async () => keeper.close(),
	};
}
