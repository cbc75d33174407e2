import type { LinkingStories, Selection } from '#shared/contract/articles.ts';
import type { ExportScope } from '#shared/contract/export.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Preferences } from '#shared/model/preferences.ts';
import type { ListView } from '../features/articles/list/list-view.ts';
import type { Host } from '../host/host.ts';
import type { StorySession } from '../session/story-session.ts';

/** The window over the desk, when there is one. */
export type OpenDialog =
	| { readonly kind: 'export'; readonly scope: ExportScope }
	| { readonly kind: 'publish'; readonly id: ArticleId }
	| { readonly kind: 'publish-many'; readonly selection: Selection; readonly first: boolean }
	| { readonly kind: 'replace'; readonly selection: Selection }
	| { readonly kind: 'withdraw'; readonly id: ArticleId }
	/** Stories that link to one that is to go to the trash. */
	| {
			readonly kind: 'trash';
			readonly id: ArticleId;
			readonly headline: string;
			readonly links: LinkingStories;
	  }
	| { readonly kind: 'settings'; readonly page: 'newsroom' | 'checks' | 'categories' | 'targets' }
	| { readonly kind: 'last-changes' }
	| { readonly kind: 'corrections' }
	| { readonly kind: 'open-document' }
	| { readonly kind: 'log'; readonly target: string | null }
	| { readonly kind: 'outline' }
	| { readonly kind: 'palette' }
	| { readonly kind: 'shortcuts' }
	| { readonly kind: 'open-newsroom' }
	| { readonly kind: 'new-newsroom' }
	| { readonly kind: 'backup' }
	| { readonly kind: 'restore-backup' };

/** What stands beside the story in front. */
export type Beside = 'page' | 'history';

/** A pane that lies over the desk where the window is too narrow for it. */
export type Drawer = 'navigator' | 'list' | 'inspector' | Beside;

/** What a command may read and change of what is shown; immutable. */
export interface DeskState {
	/** The open stories, in the order of their tabs. */
	readonly sessions: readonly StorySession[];
	readonly active: ArticleId | null;
	readonly view: ListView;
	readonly search: string;
	readonly dialog: OpenDialog | null;
	readonly drawer: Drawer | null;
	/** Whether the story in front is shown alone. */
	readonly focusMode: boolean;
	readonly preferences: Preferences;
	/** Why nothing of the newsroom can be changed; null when it can. */
	readonly readOnly: string | null;
}

/** What the commands ask of the desk; the shell gives them its workspace. */
export interface CommandDesk {
	readonly host: Pick<Host, 'subscribeMenu'>;
	/** The story in front; null when none is open. */
	readonly activeSession: StorySession | null;
	/** A story that is open; null when it is not. */
	session(id: ArticleId | null): StorySession | null;
	getState(): DeskState;
	/** Changes what is shown. */
	change(part: Partial<DeskState>): void;
	/** Makes an empty draft and opens it; null when that failed. */
	newStory(): Promise<StorySession | null>;
	duplicateStory(id: ArticleId): Promise<void>;
	/** Moves a story to the trash; where others link to it, these are shown first. */
	trashStory(id: ArticleId, headline: string): Promise<void>;
	closeStory(id: ArticleId): Promise<void>;
	/** Goes to the tab after or before the one in front. */
	stepTab(step: 1 | -1): void;
	/** Shows that beside the story in front, or hides it when it is there already. */
	toggleBeside(what: Beside): Promise<void>;
	/** Saves every open story; whether all files now hold everything. */
	flushAll(): Promise<boolean>;
	prefer(part: Partial<Preferences>): Promise<void>;
}
