import { CircleX, TrendingUp } from 'lucide-react';
import type { ArticleSummary } from '#shared/contract/articles.ts';
import { useNewsroom } from '../../desk/newsroom-context.tsx';
import { useHost } from '../../host/host-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusDot } from '../../ui/status-dot.tsx';
import { relativeTime } from './relative-time.ts';

const statusNames = {
	draft: 'Draft',
	review: 'In review',
	ready: 'Ready',
	published: 'Published',
	withdrawn: 'Withdrawn',
} as const;

/** What one line of the list says of a story. */
export function StoryRow({ story, now, labelId }: { story: ArticleSummary; now: Date; labelId: string }) {
	const host = useHost();
	const { state, categoryLabel } = useNewsroom();
	const { locale, timeZone } = state.newsroom;
	const category = story.categories[0];
	const parts = [
		...(category === undefined ? [] : [categoryLabel(category)]),
		relativeTime(story.dates.updated, now, locale, timeZone),
	];
	return (
		<>
			<span className="list-row-text">
				<span className="list-row-headline" id={labelId} dir="auto">
					{story.headline.trim() === '' ? <em>Untitled story</em> : story.headline}
				</span>
				<span className="list-row-meta">
					<StatusDot status={story.status} />
					<span className="visually-hidden">{statusNames[story.status]}</span>
					<span className="list-row-facts">{parts.join(' · ')}</span>
					{story.trending ? (
						<span className="list-row-mark" title="Trending">
							<Icon of={TrendingUp} size={14} />
							<span className="visually-hidden">Trending</span>
						</span>
					) : null}
					{story.errors > 0 ? (
						<span
							className="list-row-mark list-row-problem"
							title={story.errors === 1 ? 'One problem blocks its export' : `${story.errors} problems block its export`}
						>
							<Icon of={CircleX} size={14} />
							<span className="visually-hidden">Has problems</span>
						</span>
					) : null}
				</span>
			</span>
			{story.image === null ? null : (
				<img className="list-row-thumbnail" src={host.mediaUrl(story.image)} alt="" loading="lazy" decoding="async" />
			)}
		</>
	);
}
