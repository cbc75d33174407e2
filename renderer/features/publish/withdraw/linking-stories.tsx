import { useCallback, useEffect } from 'react';
import type { LinkingStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useAnswer } from '../../../session/basics/use-answer.ts';
import { StatusDot } from '../../../ui/display/status-dot.tsx';
import { storyTitle } from '../../../ui/display/story-title.ts';
import { linkingWords } from './withdraw-words.ts';

/** Every story that links to one which is to be withdrawn, and what its readers see instead. */
export function LinkingStories({ id }: { id: ArticleId }) {
	const host = useHost();
	const ask = useCallback(() => host.articles.linkingTo({ selection: { kind: 'ids', ids: [id] } }), [host, id]);
	const { value, failure, reload } = useAnswer(ask);
	useEffect(() => host.subscribe('articles.changed', reload), [host, reload]);
	return (
		<section className="withdraw-linking" aria-label="Stories that link to it" aria-busy={value === null}>
			<h3>Stories that link to it</h3>
			{failure !== null ? (
				<p className="publish-refusal" role="alert">
					Which stories link to it is not known. {failure.message}
				</p>
			) : value === null ? (
				<p className="publish-note">Looking for them…</p>
			) : value.count === 0 ? (
				<p className="publish-note">No other story has it as a related post or next read.</p>
			) : (
				<ul>
					{/* What readers will notice comes first. */}
					{[...value.stories].sort(byReaders).map((story) => (
						<Row key={story.id} story={story} />
					))}
					{value.count === value.stories.length ? null : (
						<li className="publish-note">And {value.count - value.stories.length} more.</li>
					)}
				</ul>
			)}
		</section>
	);
}

const byReaders = (one: LinkingStory, other: LinkingStory) =>
	Math.sign(other.shown.length) - Math.sign(one.shown.length);

function Row({ story }: { story: LinkingStory }) {
	return (
		<li>
			<StatusDot status={story.status} />
			<span className="withdraw-story">
				<span className="withdraw-headline" dir="auto">
					{storyTitle(story.headline)}
				</span>
				<span className="publish-note">{linkingWords(story)}</span>
			</span>
		</li>
	);
}
