import type { ArticleSort } from '#shared/contract/articles.ts';
import type { DeskState } from '../../commands/command-desk.ts';
import type { ListFilter } from '../../features/articles/filter/list-filter.ts';

/** Everything that the shell shows; immutable. */
export interface WorkspaceState extends DeskState {
	readonly sort: ArticleSort;
	/** The order of what a search finds. */
	readonly searchSort: ArticleSort;
	/** What the list is narrowed by, while the window is open. */
	readonly filter: ListFilter;
	/** Whether the history of the story in front stands beside it, in place of its page. */
	readonly history: boolean;
}
