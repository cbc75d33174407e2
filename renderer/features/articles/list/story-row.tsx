import { CircleX, FilePen, TrendingUp } from 'lucide-react';
import { memo } from 'react';
import type { ArticleSort, ListedStory } from '#shared/contract/articles.ts';
import { statusEntry, withChanges } from '#shared/model/status.ts';
import { markText } from '#shared/text/search-marks.ts';
import type { SearchTerm } from '#shared/text/search-query.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Marked, SnippetText } from '../../../ui/display/marked.tsx';
import { StatusDot } from '../../../ui/display/status-dot.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { relativeTime } from './relative-time.ts';

/** What one line of the list says of a story; drawn again only for something else to say. */
export const StoryRow = memo(function StoryRow({
	story,
	terms,
	sort,
	compact,
	now,
	labelId,
}: {
	story: ListedStory;
	/** What is searched for. */
	terms: readonly SearchTerm[];
	sort: ArticleSort;
	/** Whether one line has to do, without picture and category. */
	compact: boolean;
	now: Date;
	labelId: string;
}) {
	const host = useHost();
	const { state, categoryLabel } = useNewsroom();
	const { locale, timeZone } = state.newsroom;
	const category = story.categories[0];
	const { dates } = story;
	// The day that the list is sorted by is the one to show.
	const moment = (sort === 'published' || sort === 'scheduled' ? dates[sort] : null) ?? dates.updated;
	const parts = [
		...(category === undefined || compact ? [] : [categoryLabel(category)]),
		relativeTime(moment, now, locale, timeZone),
	];
	const headline = story.headline.trim();
	return (
		<>
			<span className="list-row-text" data-snippet={story.snippet === null ? undefined : ''}>
				<span className="list-row-headline" id={labelId} dir="auto">
					{headline === '' ? (
						<em>Untitled story</em>
					) : terms.length === 0 ? (
						story.headline
					) : (
						<Marked parts={markText(story.headline, terms)} />
					)}
				</span>
				{story.snippet === null ? null : <SnippetText snippet={story.snippet} />}
				<span className="list-row-meta">
					<StatusDot status={story.status} />
					<span className="visually-hidden">{statusEntry(story.status).label}</span>
					<span className="list-row-facts">{parts.join(' · ')}</span>
					{story.hasChanges ? (
						<span className="list-row-mark" title={withChanges}>
							<Icon of={FilePen} size={14} />
							<span className="visually-hidden">{withChanges}</span>
						</span>
					) : null}
					{story.trending ? (
						<span className="list-row-mark" title="Trending">
							<Icon of={TrendingUp} size={14} />
							<span className="visually-hidden">Trending</span>
						</span>
					) : null}
					{story.errors > 0 && !isUnwritten(story) ? (
						<span
							className="list-row-mark list-row-problem"
							// Nobody is alarmed by what a draft still lacks.
							data-quiet={story.status === 'draft' || undefined}
							title={story.errors === 1 ? 'One problem blocks its export' : `${story.errors} problems block its export`}
						>
							<Icon of={CircleX} size={14} />
							<span className="visually-hidden">Has problems</span>
						</span>
					) : null}
				</span>
			</span>
			{story.image === null || compact ? null : (
				<img className="list-row-thumbnail" src={host.mediaUrl(story.image)} alt="" loading="lazy" decoding="async" />
			)}
		</>
	);
});

/** A story that was only begun has no word yet, and nobody is warned of that. */
function isUnwritten({ status, headline, wordCount }: ListedStory): boolean {
	return status === 'draft' && headline.trim() === '' && wordCount === 0;
}
