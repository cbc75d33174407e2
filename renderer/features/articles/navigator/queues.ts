import {
	Archive,
	CalendarClock,
	CircleCheck,
	Eye,
	FilePen,
	Globe,
	Inbox,
	type LucideIcon,
	Pencil,
	TrendingUp,
	TriangleAlert,
} from 'lucide-react';
import type { Queue } from '#shared/contract/articles.ts';
import { Status, statusEntry } from '#shared/model/status.ts';

/** A queue as the navigator shows it. */
export interface QueueEntry {
	readonly queue: Queue;
	readonly label: string;
	readonly icon: LucideIcon;
	/** What its list says when it is empty. */
	readonly empty: string;
	/** A queue that most newsrooms never fill is shown once it holds something. */
	readonly isRare: boolean;
}

const statusIcons = { pencil: Pencil, eye: Eye, check: CircleCheck, globe: Globe, archive: Archive } as const;

const queuesOf = (statuses: readonly Status[]): QueueEntry[] =>
	statuses.map((status) => {
		const { queue, icon } = statusEntry(status);
		return {
			queue: status,
			label: queue.label,
			icon: statusIcons[icon],
			empty: queue.empty,
			isRare: queue.isRare ?? false,
		};
	});
const always = { isRare: false } as const;

/** Of the published stories, those that differ from what readers have. */
const changes: QueueEntry = {
	queue: 'changes',
	label: 'Changes not live',
	icon: FilePen,
	empty: 'Readers have every published story as it is here.',
	isRare: true,
};

/** The queues in the order of a story's way to the reader. */
export const queueEntries: readonly QueueEntry[] = [
	{
		queue: 'all',
		label: 'All stories',
		icon: Inbox,
		empty: 'There are no stories here yet. Write the first one.',
		...always,
	},
	...queuesOf(Status.options.filter((status) => statusEntry(status).waits)),
	{
		queue: 'scheduled',
		label: 'Scheduled',
		icon: CalendarClock,
		empty: 'No story has a time to be published at.',
		...always,
	},
	...queuesOf(Status.options.filter((status) => !statusEntry(status).waits)).flatMap((entry) =>
		entry.queue === 'published' ? [entry, changes] : [entry],
	),
	{
		queue: 'trending',
		label: 'Trending',
		icon: TrendingUp,
		empty: 'No story is trending. Turn on Trending in a story to put it in the site’s strip.',
		...always,
	},
	{
		queue: 'problems',
		label: 'Has problems',
		icon: TriangleAlert,
		empty: 'No story has a problem that blocks its export.',
		...always,
	},
];
