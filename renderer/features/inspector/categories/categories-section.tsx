import { Button } from 'react-aria-components';
import { articleFields } from '#shared/document/fields.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { ChipRemove } from '../../../ui/controls/chip.tsx';
import './categories.css';
import { ReorderList } from '../links/reorder-list.tsx';
import { Section } from '../section.tsx';
import { CategoryPicker } from './category-picker.tsx';
import { categoryLabel } from './category-rows.ts';

/** The story's categories as chips in order; the first is the primary one. */
export function CategoriesSection({ session }: { session: StorySession }) {
	const chosen = useField(session, 'categories');
	const { categories } = useNewsroom().state;
	const change = (slugs: readonly string[]) => session.setField('categories', [...slugs]);
	const remove = (slug: string) => change(chosen.filter((other) => other !== slug));
	const items = chosen.map((slug, index) => {
		const known = categories.some((category) => category.slug === slug);
		const label = categoryLabel(categories, slug);
		return {
			key: slug,
			name: index === 0 ? `${label}, primary` : label,
			content: (
				<span className="category-chip" data-primary={index === 0 || undefined} data-unknown={!known || undefined}>
					<Button
						slot="drag"
						className="category-chip-label"
						aria-label={known ? `Move ${label}` : `Move ${label}, which is not one of the newsroom’s categories`}
					>
						{label}
					</Button>
					<ChipRemove size={14} aria-label={`Remove ${label}`} onPress={() => remove(slug)} />
				</span>
			),
		};
	});
	return (
		<Section
			title={articleFields.categories.label}
			note={chosen.length > 0 ? 'first is primary' : undefined}
			field="categories"
		>
			<div className="category-chips">
				{items.length === 0 ? null : (
					<ReorderList
						label="Categories, the first is primary"
						layout="grid"
						items={items}
						onReorder={change}
						onRemove={remove}
					/>
				)}
				<CategoryPicker
					categories={categories}
					chosen={chosen}
					onChange={change}
					onMade={(slug) => change([...session.getField('categories'), slug])}
				/>
			</div>
		</Section>
	);
}
