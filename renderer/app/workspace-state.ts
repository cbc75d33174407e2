import type { ArticleSort } from '#shared/contract/articles.ts';
import type { ExportScope } from '#shared/contract/export.ts';
import type { Preferences } from '#shared/contract/newsroom.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { StorySession } from '../desk/story-session.ts';
import type { ListFilter } from '../features/articles/list-filter.ts';
import type { ListView } from '../features/articles/list-view.ts';
import type { Beside } from './beside-story.ts';

/** The window over the desk, when there is one. */
export type OpenDialog =
	| { readonly kind: 'export'; readonly scope: ExportScope }
	| { readonly kind: 'settings'; readonly page: 'newsroom' | 'categories' }
	| { readonly kind: 'open-newsroom' }
	| { readonly kind: 'new-newsroom' }
	| { readonly kind: 'backup' }
	| { readonly kind: 'restore-backup' };

/** A pane that lies over the desk where the window is too narrow for it. */
export type Drawer = 'navigator' | 'list' | 'inspector' | Beside;

/** Everything that the shell shows; immutable. */
export interface WorkspaceState {
	/** The open stories, in the order of their tabs. */
	readonly sessions: readonly StorySession[];
	readonly active: ArticleId | null;
	readonly view: ListView;
	readonly sort: ArticleSort;
	/** The order of what a search finds. */
	readonly searchSort: ArticleSort;
	/** What the list is narrowed by, while the window is open. */
	readonly filter: ListFilter;
	readonly search: string;
	readonly dialog: OpenDialog | null;
	readonly drawer: Drawer | null;
	/** Whether the history of the story in front stands beside it, in place of its page. */
	readonly history: boolean;
	readonly preferences: Preferences;
	/** Why nothing of the newsroom can be changed; null when it can. */
	readonly readOnly: string | null;
}
