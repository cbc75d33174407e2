import type { ReactNode } from 'react';
import type { ArticleId } from '#shared/model/article.ts';
import type { Status } from '#shared/model/status.ts';
import './named-stories.css';
import { StatusDot } from './status-dot.tsx';
import { storyTitle } from './story-title.ts';

/** A story of a list in a window, with a few words on it. */
export interface NamedStory {
	readonly id: ArticleId;
	readonly headline: string;
	/** Null where nobody knows it. */
	readonly status: Status | null;
	readonly note: ReactNode;
}

/** Stories that a window is about, the first of them, and how many more there are; with `onOpen` each can be opened. */
export function NamedStories({
	label,
	stories,
	count,
	locale,
	onOpen,
}: {
	label: string;
	stories: readonly NamedStory[];
	/** How many there are in all. */
	count: number;
	locale: string;
	onOpen?: (id: ArticleId) => void;
}) {
	const more = count - stories.length;
	return (
		<ul className="named-stories" aria-label={label}>
			{stories.map(({ id, headline, status, note }) => (
				<li key={id}>
					{status === null ? null : <StatusDot status={status} />}
					{onOpen === undefined ? (
						<span className="named-story" dir="auto" title={headline}>
							{storyTitle(headline)}
						</span>
					) : (
						<button type="button" className="named-story" dir="auto" title={headline} onClick={() => onOpen(id)}>
							{storyTitle(headline)}
						</button>
					)}
					<span className="field-note">{note}</span>
				</li>
			))}
			{more > 0 ? <li className="field-note">And {more.toLocaleString(locale)} more.</li> : null}
		</ul>
	);
}
