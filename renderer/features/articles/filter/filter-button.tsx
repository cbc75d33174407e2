import { ListFilter as FilterIcon } from 'lucide-react';
import { useCallback } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components';
import { Status, statusEntry } from '#shared/model/status.ts';
import { languageName } from '#shared/text/language-name.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useAnswer } from '../../../session/basics/use-answer.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import { categoryTree } from '../category-tree.ts';
import { FacetField } from './facet-field.tsx';
import './filter.css';
import { FilterDates } from './filter-dates.tsx';
import { filterCount, type ListFilter, noFilter } from './list-filter.ts';

export interface FilterButtonProps {
	readonly filter: ListFilter;
	/** Whether the list is one category's already. */
	readonly inCategory: boolean;
	/** Whether the list is one status's already. */
	readonly inStatus: boolean;
	readonly onFilter: (filter: ListFilter) => void;
}

/** Opens the fields that narrow the list. */
export function FilterButton(props: FilterButtonProps) {
	const count = filterCount(props.filter);
	return (
		<DialogTrigger>
			<IconButton
				icon={FilterIcon}
				label={count === 0 ? 'Filter' : `Filter, ${count} set`}
				className={count === 0 ? 'filter-button' : 'filter-button filter-button-set'}
			/>
			<Popover placement="bottom end" offset={4}>
				<Dialog className="filter-fields" aria-label="Filter stories">
					<FilterFields {...props} />
				</Dialog>
			</Popover>
		</DialogTrigger>
	);
}

const any = { id: '', label: 'Any' };
const yesNo = (yes: string, no: string) => [any, { id: 'yes', label: yes }, { id: 'no', label: no }];

function FilterFields({ filter, inCategory, inStatus, onFilter }: FilterButtonProps) {
	const host = useHost();
	const { state } = useNewsroom();
	const { value: languages } = useAnswer(
		useCallback(() => host.articles.facets({ of: 'language', limit: 100 }), [host]),
	);
	const set = (part: Partial<ListFilter>) => onFilter({ ...filter, ...part });
	const known = new Set((languages ?? []).map(({ value }) => value));
	if (filter.language !== null) known.add(filter.language);
	return (
		<>
			<div className="filter-grid">
				{inStatus ? null : (
					<Select
						label="Status"
						value={filter.status ?? ''}
						options={[any, ...Status.options.map((status) => ({ id: status, label: statusEntry(status).label }))]}
						onChange={(id) => set({ status: id === '' ? null : Status.parse(id) })}
					/>
				)}
				{inCategory || state.categories.length === 0 ? null : (
					<Select
						label="Category"
						value={filter.category ?? ''}
						options={[
							any,
							...categoryTree(state.categories).map(({ category, depth }) => ({
								id: category.slug,
								label: `${'\u2003'.repeat(depth)}${category.label}`,
							})),
						]}
						onChange={(id) => set({ category: id === '' ? null : id })}
					/>
				)}
				<FacetField label="Author" of="author" value={filter.author} onChange={(author) => set({ author })} />
				<FacetField label="Tag" of="tag" value={filter.tag} onChange={(tag) => set({ tag })} />
				<Select
					label="Trending"
					value={yesNoId(filter.trending)}
					options={yesNo('Trending', 'Not trending')}
					onChange={(id) => set({ trending: fromYesNo(id) })}
				/>
				<Select
					label="Problems"
					value={yesNoId(filter.problems)}
					options={yesNo('Has problems', 'No problems')}
					onChange={(id) => set({ problems: fromYesNo(id) })}
				/>
				{known.size < 2 && filter.language === null ? null : (
					<Select
						label="Language"
						value={filter.language ?? ''}
						options={[any, ...[...known].map((tag) => ({ id: tag, label: languageName(tag) }))]}
						onChange={(id) => set({ language: id === '' ? null : id })}
					/>
				)}
			</div>
			<FilterDates dates={filter.dates} onChange={(dates) => set({ dates })} />
			<div className="filter-foot">
				<Button
					kind="quiet"
					disabledReason={filterCount(filter) === 0 && filter.dates === null ? 'No filter is set.' : undefined}
					onPress={() => onFilter(noFilter)}
				>
					Clear filters
				</Button>
				<Button kind="bordered" slot="close">
					Done
				</Button>
			</div>
		</>
	);
}

function yesNoId(value: boolean | null): string {
	return value === null ? '' : value ? 'yes' : 'no';
}

function fromYesNo(id: string): boolean | null {
	return id === '' ? null : id === 'yes';
}
