import { Settings, Trash2 } from 'lucide-react';
import { memo } from 'react';
import type { Queue } from '#shared/contract/articles.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { categoryTree } from '../category-tree.ts';
import type { ListView } from '../list/list-view.ts';
import { NavigatorRow } from './navigator-row.tsx';
import { queueEntries } from './queues.ts';
import type { Counts } from './use-counts.ts';

export interface NavigatorListsProps {
	readonly counts: Counts | null;
	/** Which list is shown. */
	readonly place: ListView;
	readonly onPlace: (place: ListView) => void;
	readonly onSettings: () => void;
}

/** The queues, the categories and the trash; they are drawn anew only for other props, so keep the callbacks stable. */
export const NavigatorLists = memo(function NavigatorLists({
	counts,
	place,
	onPlace,
	onSettings,
}: NavigatorListsProps) {
	const { state } = useNewsroom();
	const { locale } = state.newsroom;
	const isQueue = (queue: Queue) => place.kind === 'queue' && place.queue === queue;
	const queues = queueEntries.filter(
		({ queue, isRare }) => !isRare || (counts?.queues[queue] ?? 0) > 0 || isQueue(queue),
	);
	return (
		<>
			<nav className="navigator-lists" aria-label="Lists">
				<h2 className="navigator-heading" id="navigator-queues">
					Queues
				</h2>
				<ul aria-labelledby="navigator-queues">
					{queues.map(({ queue, label, icon }) => (
						<NavigatorRow
							key={queue}
							label={label}
							icon={icon}
							count={counts?.queues[queue]}
							locale={locale}
							current={isQueue(queue)}
							onPress={() => onPlace({ kind: 'queue', queue })}
						/>
					))}
				</ul>
				{state.categories.length === 0 ? null : (
					<h2 className="navigator-heading" id="navigator-categories">
						Categories
					</h2>
				)}
				<ul aria-labelledby={state.categories.length === 0 ? undefined : 'navigator-categories'}>
					{categoryTree(state.categories).map(({ category, depth }) => (
						<NavigatorRow
							key={category.slug}
							label={category.label}
							depth={depth}
							colour={category.colour}
							count={counts === null ? undefined : (counts.categories[category.slug] ?? 0)}
							locale={locale}
							current={place.kind === 'category' && place.slug === category.slug}
							onPress={() => onPlace({ kind: 'category', slug: category.slug })}
						/>
					))}
				</ul>
			</nav>
			<ul className="navigator-foot" aria-label="Newsroom">
				<NavigatorRow
					label="Trash"
					icon={Trash2}
					count={counts?.trash === 0 ? undefined : counts?.trash}
					locale={locale}
					current={place.kind === 'trash'}
					onPress={() => onPlace({ kind: 'trash' })}
				/>
				<NavigatorRow label="Newsroom settings" icon={Settings} locale={locale} current={false} onPress={onSettings} />
			</ul>
		</>
	);
});
