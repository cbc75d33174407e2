import type { ReactNode } from 'react';
import type { Article } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import type { StorySession } from '../../session/story-session.ts';

/** How a story differs from its live version, with a way back for each part. */
export type ShowChanges = (live: Article, readOnly: string | undefined) => ReactNode;

/** What both ways of publishing a story work with. */
export interface PublishProps {
	readonly session: StorySession;
	readonly onGoTo: (where: FieldRef) => void;
	readonly onClose: () => void;
	/** Called once readers are to get the story. */
	readonly onPublished: () => void;
}
