import { Queue } from '#shared/contract/articles.ts';
import type { Slug } from '#shared/model/category.ts';
import { type Connection, numberAt } from './connection.ts';
import { never, statusOrder } from './schema.ts';
import type { Mixes } from './story-mix.ts';
import type { Taxonomy } from './taxonomy.ts';

/** How many stories are alike in all that queues and categories ask for. */
interface Alike {
	readonly mix: number;
	readonly status: number;
	readonly isTrending: boolean;
	readonly hasSchedule: boolean;
	readonly isFlawed: boolean;
	readonly stories: number;
}

/** Counts stories once after each change, and answers from that. */
export interface Counts {
	queues(): Record<Queue, number>;
	categories(taxonomy: Taxonomy): Record<Slug, number>;
	/** Forgets what was counted, after a change. */
	forget(): void;
}

/** Makes the counts of queues and categories. */
export function createCounts(connection: Connection, mixes: Mixes): Counts {
	let counted: readonly Alike[] | null = null;
	const read = () => {
		counted ??= connection
			.texts(
				['mix', 'status', 'trending', `scheduled > ${never}`, 'flawed', 'count(*)'],
				'from story indexed by story_mix group by 1, 2, 3, 4, 5',
			)
			.map((row) => ({
				mix: numberAt(row, 0),
				status: numberAt(row, 1),
				isTrending: row[2] === 1,
				hasSchedule: row[3] === 1,
				isFlawed: row[4] === 1,
				stories: numberAt(row, 5),
			}));
		return counted;
	};
	return {
		queues() {
			const counts = Object.fromEntries(Queue.options.map((queue) => [queue, 0])) as Record<Queue, number>;
			for (const alike of read()) {
				for (const queue of Queue.options) if (isInQueue(alike, queue)) counts[queue] += alike.stories;
			}
			return counts;
		},
		categories(taxonomy) {
			const perMix = new Map<number, number>();
			for (const { mix, stories } of read()) perMix.set(mix, (perMix.get(mix) ?? 0) + stories);
			const counts = new Map<Slug, number>();
			for (const [mix, stories] of perMix) {
				for (const slug of mixes.upwards(mix, taxonomy)) counts.set(slug, (counts.get(slug) ?? 0) + stories);
			}
			return Object.fromEntries(counts);
		},
		forget() {
			counted = null;
		},
	};
}

function isInQueue(alike: Alike, queue: Queue): boolean {
	const status = statusOrder[alike.status];
	switch (queue) {
		case 'all':
			return true;
		case 'scheduled':
			return alike.hasSchedule && status !== 'published' && status !== 'withdrawn';
		case 'trending':
			return alike.isTrending;
		case 'problems':
			return alike.isFlawed;
		default:
			return status === queue;
	}
}
