import type { ArticleIndex } from '../../articles/article-index.ts';
import type { IndexEvent } from '../../articles/index-events.ts';
import { questionsOver } from './questions.ts';
import { createStoryIndex, type StoryIndexOptions } from './story-index.ts';

/** Keeps the index in this very thread, in slices. */
export function createLocalIndex(
	options: StoryIndexOptions,
	tell: (event: IndexEvent) => void,
	now: () => Date,
): ArticleIndex {
	const index = createStoryIndex(options, tell, now);
	return {
		...questionsOver(index.ask),
		put: index.put,
		remove: index.remove,
		follow: index.follow,
		close: async () => index.close(),
	};
}
