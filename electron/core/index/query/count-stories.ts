import { Queue } from '#shared/contract/articles.ts';
import type { Slug } from '#shared/model/category.ts';
import { waitingStatuses } from '#shared/model/status.ts';
import type { CategorySets } from '../store/category-sets.ts';
import { type Connection, numberAt } from '../store/connection.ts';
import { never, statusOrder } from '../store/schema.ts';
import type { Taxonomy } from './taxonomy.ts';

/** How many stories are alike in all that queues and categories ask for. */
interface Alike {
	readonly set: number;
	readonly status: number;
	readonly isTrending: boolean;
	readonly hasChanges: boolean;
	readonly isFlawed: boolean;
	readonly stories: number;
	/** How many of them have a time at which they are to be published. */
	readonly withSchedule: number;
}

/** Counts stories once after each change, and answers from that. */
export interface Counts {
	queues(): Record<Queue, number>;
	categories(taxonomy: Taxonomy): Record<Slug, number>;
	/** Forgets what was counted, after a change. */
	forget(): void;
}

/** Makes the counts of queues and categories. */
export function createCounts(connection: Connection, categorySets: CategorySets): Counts {
	let counted: readonly Alike[] | null = null;
	const read = () => {
		counted ??= connection
			.texts(
				['category_set', 'status', 'trending', 'changed', 'flawed', 'count(*)', `sum(scheduled > ${never})`],
				// As the index is sorted, so that nothing has to be gathered.
				'from story indexed by story_category_set group by category_set, status, trending, changed, flawed',
			)
			.map((row) => ({
				set: numberAt(row, 0),
				status: numberAt(row, 1),
				isTrending: row[2] === 1,
				hasChanges: row[3] === 1,
				isFlawed: row[4] === 1,
				stories: numberAt(row, 5),
				withSchedule: numberAt(row, 6),
			}));
		return counted;
	};
	return {
		queues() {
			const counts = Object.fromEntries(Queue.options.map((queue) => [queue, 0])) as Record<Queue, number>;
			for (const alike of read()) {
				for (const queue of Queue.options) counts[queue] += countIn(alike, queue);
			}
			return counts;
		},
		categories(taxonomy) {
			const perSet = new Map<number, number>();
			for (const { set, stories } of read()) perSet.set(set, (perSet.get(set) ?? 0) + stories);
			return taxonomy.count(
				Array.from(perSet, ([set, stories]) => ({ categories: categorySets.categories(set), stories })),
			);
		},
		forget() {
			counted = null;
		},
	};
}

function countIn(alike: Alike, queue: Queue): number {
	const status = statusOrder[alike.status];
	switch (queue) {
		case 'all':
			return alike.stories;
		case 'scheduled':
			return status !== undefined && waitingStatuses.includes(status) ? alike.withSchedule : 0;
		case 'trending':
			return alike.isTrending ? alike.stories : 0;
		case 'changes':
			return alike.hasChanges ? alike.stories : 0;
		case 'problems':
			return alike.isFlawed ? alike.stories : 0;
		default:
			return status === queue ? alike.stories : 0;
	}
}
