import type { ReactNode } from 'react';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import type { StorySession } from '../../session/story-session.ts';

/** How a story differs from its live version, with a way back for each part. */
type ShowChanges = (live: Article, readOnly: string | undefined) => ReactNode;

/** What the first publication shows besides. */
export interface FirstProps {
	/** The page that readers will get. */
	readonly page: ReactNode;
}

/** What the publication of changes needs besides. */
export interface ChangesProps {
	readonly comparison: ShowChanges;
	/** Opens another story where it says something. */
	readonly onOpen: (id: ArticleId, where: FieldRef) => void;
}

/** What both ways of publishing a story work with. */
export interface PublishProps {
	readonly session: StorySession;
	/** Takes the editor to a field; with `opens`, its picker is opened. */
	readonly onGoTo: (where: FieldRef, opens?: boolean) => void;
	readonly onClose: () => void;
	/** Called once readers are to get the story. */
	readonly onPublished: () => void;
}
