import { useState } from 'react';
import { ListBox, ListBoxItem, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { StoryChange } from '#shared/contract/bulk.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { CheckBox } from '../../../ui/controls/check-box.tsx';
import { categoryTree } from '../category-tree.ts';

/** Chooses categories that many stories get or lose. */
export function CategoryChange({ count, onChange }: { count: number; onChange: (change: StoryChange) => void }) {
	const { state } = useNewsroom();
	const [way, setWay] = useState<'add' | 'remove'>('add');
	const [slugs, setSlugs] = useState<readonly string[]>([]);
	const stories = count === 1 ? 'one story' : `${count.toLocaleString(state.newsroom.locale)} stories`;
	return (
		<>
			<ToggleButtonGroup
				className="category-change-ways"
				aria-label="What to do"
				selectionMode="single"
				disallowEmptySelection
				selectedKeys={[way]}
				onSelectionChange={(keys) => setWay(keys.has('remove') ? 'remove' : 'add')}
			>
				<ToggleButton id="add" className="category-change-way">
					Add
				</ToggleButton>
				<ToggleButton id="remove" className="category-change-way">
					Remove
				</ToggleButton>
			</ToggleButtonGroup>
			<ListBox
				aria-label="Categories"
				className="category-change-list"
				selectionMode="multiple"
				selectionBehavior="toggle"
				// Escape closes it, as it does everywhere; what was ticked goes with it.
				escapeKeyBehavior="none"
				selectedKeys={slugs}
				onSelectionChange={(keys) => setSlugs(keys === 'all' ? [] : [...keys].map(String))}
				renderEmptyState={() => <p className="category-change-empty">This newsroom has no categories yet.</p>}
				items={categoryTree(state.categories).map((row) => ({ ...row, id: row.category.slug }))}
			>
				{({ category, depth }) => (
					<ListBoxItem
						id={category.slug}
						textValue={category.label}
						className="category-change-row"
						style={{ paddingInlineStart: 8 + depth * 16 }}
					>
						<CheckBox />
						<span>{category.label}</span>
					</ListBoxItem>
				)}
			</ListBox>
			<div className="category-change-foot">
				<Button
					kind="primary"
					disabledReason={slugs.length === 0 ? 'Choose a category first.' : undefined}
					onPress={() =>
						onChange({
							kind: 'categories',
							add: way === 'add' ? [...slugs] : [],
							remove: way === 'remove' ? [...slugs] : [],
						})
					}
				>
					{way === 'add' ? `Add to ${stories}` : `Remove from ${stories}`}
				</Button>
			</div>
		</>
	);
}
