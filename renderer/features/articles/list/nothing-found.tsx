import { Plus } from 'lucide-react';
import type { Queue } from '#shared/contract/articles.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { EmptyState } from '../../../ui/display/empty-state.tsx';
import { queueEntries } from '../navigator/queues.ts';

/** What stands in place of a list that shows no story: why, and the way out. */
export function NothingFound({
	queue,
	category,
	text,
	isFiltered,
	isReading,
	onClearFilters,
	onClearSearch,
}: {
	queue: Queue;
	category: string | null;
	text: string;
	isFiltered: boolean;
	/** Whether stories are still being read. */
	isReading: boolean;
	onClearFilters: () => void;
	onClearSearch: () => void;
}) {
	const { categoryLabel } = useNewsroom();
	const entry = queueEntries.find((one) => one.queue === queue);
	const place = category === null ? (entry?.label ?? '') : categoryLabel(category);
	const clearFilters = (
		<Button kind="bordered" onPress={onClearFilters}>
			{text === '' ? 'Clear filters' : 'Search everywhere'}
		</Button>
	);
	const clearSearch = (
		<Button kind={isFiltered ? 'quiet' : 'bordered'} onPress={onClearSearch}>
			Clear the search
		</Button>
	);
	if (text === '' && !isFiltered)
		return isReading ? (
			<EmptyState>Stories appear here as they are read.</EmptyState>
		) : (
			<EmptyState icon={entry?.icon ?? Plus}>
				{category === null ? entry?.empty : `No story is in ${place} yet.`}
			</EmptyState>
		);
	if (text === '')
		return (
			<EmptyState action={clearFilters}>
				No story {category === null && queue === 'all' ? '' : `in ${place} `}fits the filters.
			</EmptyState>
		);
	return (
		<EmptyState
			action={
				<span className="empty-actions">
					{isFiltered ? clearFilters : null}
					{clearSearch}
				</span>
			}
		>
			{isReading ? 'No story read so far' : 'No story'} holds “<bdi>{text}</bdi>”
			{isFiltered ? ' and fits the filters' : ''}.
		</EmptyState>
	);
}
