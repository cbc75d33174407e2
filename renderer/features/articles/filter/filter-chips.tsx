import { statusEntry } from '#shared/model/status.ts';
import { formatShortDay } from '#shared/text/format-date.ts';
import { languageName } from '#shared/text/language-name.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Chip } from '../../../ui/controls/chip.tsx';
import { filterChips, type ListFilter, noFilter } from './list-filter.ts';

/** What the list is narrowed by, each with a button that lets it go; nothing when it is not narrowed. */
export function FilterChips({ filter, onFilter }: { filter: ListFilter; onFilter: (filter: ListFilter) => void }) {
	const { state, categoryLabel } = useNewsroom();
	const { locale } = state.newsroom;
	const chips = filterChips(filter, {
		status: (status) => statusEntry(status).label,
		category: categoryLabel,
		language: languageName,
		day: (day) => formatShortDay(day, locale),
	});
	if (chips.length === 0) return null;
	return (
		<ul className="filter-chips" aria-label="Filters">
			{chips.map(({ id, label }) => (
				<li key={id}>
					<Chip
						tone="accent"
						removeLabel={`Remove the filter ${label}`}
						onRemove={() => onFilter({ ...filter, [id]: null })}
					>
						<bdi className="filter-chip-label" title={label}>
							{label}
						</bdi>
					</Chip>
				</li>
			))}
			<li>
				<Button kind="link" className="filter-clear" onPress={() => onFilter(noFilter)}>
					Clear filters
				</Button>
			</li>
		</ul>
	);
}
