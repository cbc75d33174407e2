import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton, Autocomplete, DialogTrigger, ListBox, ListBoxItem } from 'react-aria-components';
import type { Category } from '#shared/model/category.ts';
import { CheckBox } from '../../../ui/controls/check-box.tsx';
import { Icon } from '../../../ui/icon.tsx';
import './categories.css';
import { PickerPopover } from '../picker-popover.tsx';
import { PickerSearch } from '../picker-search.tsx';
import { categoryRows } from './category-rows.ts';

/** Adds and removes categories out of the taxonomy's tree, with a search. */
export function CategoryPicker({
	categories,
	chosen,
	onChange,
}: {
	categories: readonly Category[];
	chosen: readonly string[];
	onChange: (slugs: string[]) => void;
}) {
	return (
		<DialogTrigger>
			<AriaButton className="category-add" aria-label="Add category">
				<Icon of={Plus} size={14} />
				Add
			</AriaButton>
			<PickerPopover label="Categories of this story" className="category-picker" placement="bottom end" offset={4}>
				<CategoryTree categories={categories} chosen={chosen} onChange={onChange} />
			</PickerPopover>
		</DialogTrigger>
	);
}

function CategoryTree({
	categories,
	chosen,
	onChange,
}: {
	categories: readonly Category[];
	chosen: readonly string[];
	onChange: (slugs: string[]) => void;
}) {
	const [search, setSearch] = useState('');
	const rows = useMemo(() => categoryRows(categories, search), [categories, search]);
	const shown = new Set(rows.map((row) => row.category.slug));
	return (
		<Autocomplete inputValue={search} onInputChange={setSearch}>
			<PickerSearch label="Search categories" />
			<ListBox
				aria-label="Categories"
				className="picker-list"
				selectionMode="multiple"
				selectionBehavior="toggle"
				items={rows}
				selectedKeys={chosen.filter((slug) => shown.has(slug))}
				onSelectionChange={(selection) => {
					if (selection === 'all') return;
					const kept = chosen.filter((slug) => selection.has(slug) || !shown.has(slug));
					const added = rows
						.map((row) => row.category.slug)
						.filter((slug) => selection.has(slug) && !chosen.includes(slug));
					onChange([...kept, ...added]);
				}}
				dependencies={[search]}
				renderEmptyState={() => (
					<p className="picker-empty">
						{categories.length === 0
							? 'This newsroom has no categories yet. Add some in the newsroom settings.'
							: `No category is called “${search.trim()}”.`}
					</p>
				)}
			>
				{({ category, depth, colour, found }) => (
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
				)}
			</ListBox>
		</Autocomplete>
	);
}
