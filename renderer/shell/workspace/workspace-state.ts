import type { ArticleSort } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { DeskState } from '../../commands/command-desk.ts';
import type { ListFilter } from '../../features/articles/filter/list-filter.ts';

/** Everything that the shell shows; immutable. */
export interface WorkspaceState extends DeskState {
	/** The story whose tab the next one takes that is chosen in the list; null when every tab stays. */
	readonly passing: ArticleId | null;
	readonly sort: ArticleSort;
	/** The order of what a search finds. */
	readonly searchSort: ArticleSort;
	/** What the list is narrowed by, while the window is open. */
	readonly filter: ListFilter;
	/** Whether the history of the story in front stands beside it, in place of its page. */
	readonly history: boolean;
}
