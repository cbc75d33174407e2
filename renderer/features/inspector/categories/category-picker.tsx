import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton, Autocomplete, DialogTrigger, ListBox, ListBoxItem } from 'react-aria-components';
import type { Category } from '#shared/model/category.ts';
import { useHost } from '../../../host/host-context.tsx';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { CheckBox } from '../../../ui/controls/check-box.tsx';
import { Icon } from '../../../ui/icon.tsx';
import './categories.css';
import { opensMark } from '../field-focus.ts';
import { PickerPopover } from '../picker-popover.tsx';
import { PickerSearch } from '../picker-search.tsx';
import { type CategoryRow, categoryRows } from './category-rows.ts';
import { newCategoryLabel, withNewCategory } from './new-category.ts';

/** Adds and removes categories out of the taxonomy's tree, with a search. */
export function CategoryPicker({
	categories,
	chosen,
	onChange,
	onMade,
}: {
	categories: readonly Category[];
	chosen: readonly string[];
	onChange: (slugs: string[]) => void;
	/** Hears of a category that was made here, which the story is to be in. */
	onMade: (slug: string) => void;
}) {
	return (
		<DialogTrigger>
			<AriaButton {...opensMark} className="category-add" aria-label="Add category">
				<Icon of={Plus} size={14} />
				Add
			</AriaButton>
			<PickerPopover label="Categories of this story" className="category-picker" placement="bottom end" offset={4}>
				<CategoryTree categories={categories} chosen={chosen} onChange={onChange} onMade={onMade} />
			</PickerPopover>
		</DialogTrigger>
	);
}

/** The row that makes a category; no slug has a space. */
const makeRow = 'new category';

function CategoryTree({
	categories,
	chosen,
	onChange,
	onMade,
}: {
	categories: readonly Category[];
	chosen: readonly string[];
	onChange: (slugs: string[]) => void;
	/** Hears of a category that was made here, which the story is to be in. */
	onMade: (slug: string) => void;
}) {
	const [search, setSearch] = useState('');
	const rows = useMemo(() => categoryRows(categories, search), [categories, search]);
	const host = useHost();
	const isReadOnly = useNewsroom().state.readOnly !== null;
	const label = isReadOnly ? null : newCategoryLabel(categories, search);
	const [outcome, setOutcome] = useState<{ readonly isProblem: boolean; readonly words: string } | null>(null);
	const make = async (label: string) => {
		const made = withNewCategory(categories, label);
		const answer = await host.newsroom.saveCategories({ categories: made.categories });
		if (!answer.ok) return setOutcome({ isProblem: true, words: answer.failure.message });
		setSearch('');
		setOutcome({ isProblem: false, words: `“${label}” is made, and the story is in it.` });
		onMade(made.slug);
	};
	const items: readonly PickerRow[] = [
		...rows.map((row) => ({ id: row.category.slug, row })),
		...(label === null ? [] : [{ id: makeRow, label }]),
	];
	const shown = new Set(rows.map((row) => row.category.slug));
	return (
		<Autocomplete inputValue={search} onInputChange={setSearch}>
			<PickerSearch label="Search categories" />
			<ListBox
				aria-label="Categories"
				className="picker-list"
				selectionMode="multiple"
				selectionBehavior="toggle"
				items={items}
				selectedKeys={chosen.filter((slug) => shown.has(slug))}
				onSelectionChange={(selection) => {
					if (selection === 'all') return;
					if (selection.has(makeRow) && label !== null) return void make(label);
					setOutcome(null);
					const kept = chosen.filter((slug) => selection.has(slug) || !shown.has(slug));
					const added = rows
						.map((row) => row.category.slug)
						.filter((slug) => selection.has(slug) && !chosen.includes(slug));
					onChange([...kept, ...added]);
					// What is typed next looks for the next one.
					if (added.length > 0) setSearch('');
				}}
				dependencies={[search, label]}
				renderEmptyState={() => (
					<p className="picker-empty">
						{categories.length === 0
							? isReadOnly
								? 'This newsroom has no categories yet.'
								: 'This newsroom has no categories yet. Type the name of the first one.'
							: `No category is called “${search.trim()}”.`}
					</p>
				)}
			>
				{(item) =>
					'row' in item ? (
						<CategoryOption row={item.row} />
					) : (
						<ListBoxItem
							id={item.id}
							textValue={`Make the category ${item.label}`}
							className="picker-row category-make"
						>
							<Icon of={Plus} size={14} />
							<span className="category-row-label">
								Make the category “<bdi>{item.label}</bdi>”
							</span>
						</ListBoxItem>
					)
				}
			</ListBox>
			<p className="picker-foot" role="status" data-problem={outcome?.isProblem || undefined}>
				{search.trim() === '' || outcome?.isProblem ? outcome?.words : ''}
			</p>
		</Autocomplete>
	);
}

/** A row of the tree, or the one that makes what is searched for. */
type PickerRow = { readonly id: string; readonly row: CategoryRow } | { readonly id: string; readonly label: string };

function CategoryOption({ row: { category, depth, colour, found } }: { row: CategoryRow }) {
	return (
		<ListBoxItem
			id={category.slug}
			textValue={category.label}
			className="picker-row category-row"
			style={{ paddingInlineStart: 10 + depth * 18 }}
			isDisabled={!found}
			data-found={found || undefined}
			data-top={depth === 0 || undefined}
		>
			<CheckBox />
			<span className="category-dot" style={colour === null ? {} : { background: colour }} aria-hidden="true" />
			<span className="category-row-label">{category.label}</span>
		</ListBoxItem>
	);
}
