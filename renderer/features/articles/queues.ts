import {
	Archive,
	CalendarClock,
	CircleCheck,
	Eye,
	Globe,
	Inbox,
	type LucideIcon,
	Pencil,
	TrendingUp,
	TriangleAlert,
} from 'lucide-react';
import type { Queue } from '#shared/contract/articles.ts';

/** A queue as the navigator shows it. */
export interface QueueEntry {
	readonly queue: Queue;
	readonly label: string;
	readonly icon: LucideIcon;
	/** What its list says when it is empty. */
	readonly empty: string;
}

/** The queues in the order of a story's way to the reader. */
export const queueEntries: readonly QueueEntry[] = [
	{ queue: 'all', label: 'All stories', icon: Inbox, empty: 'There are no stories here yet. Write the first one.' },
	{ queue: 'draft', label: 'Drafts', icon: Pencil, empty: 'There are no drafts. Begin a new story.' },
	{
		queue: 'review',
		label: 'In review',
		icon: Eye,
		empty: 'Nothing waits for review. A story comes here when its status is Review.',
	},
	{ queue: 'ready', label: 'Ready', icon: CircleCheck, empty: 'Nothing is ready to be published yet.' },
	{ queue: 'scheduled', label: 'Scheduled', icon: CalendarClock, empty: 'No story has a time to be published at.' },
	{ queue: 'published', label: 'Published', icon: Globe, empty: 'Nothing is published yet.' },
	{ queue: 'withdrawn', label: 'Withdrawn', icon: Archive, empty: 'No story has been withdrawn.' },
	{
		queue: 'trending',
		label: 'Trending',
		icon: TrendingUp,
		empty: 'No story is trending. Turn on Trending in a story to put it in the site’s strip.',
	},
	{
		queue: 'problems',
		label: 'Has problems',
		icon: TriangleAlert,
		empty: 'No story has a problem that blocks its export.',
	},
];
