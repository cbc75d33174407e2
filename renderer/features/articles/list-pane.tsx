import { ArrowDownWideNarrow, FileWarning, Plus, RotateCcw } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import type { ArticleSort, ArticleSummary, Queue } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { useNewsroom } from '../../desk/newsroom-context.tsx';
import { useHost } from '../../host/host-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import './articles.css';
import { queueEntries } from './queues.ts';
import { StoryList } from './story-list.tsx';
import { useStoryPages } from './use-story-pages.ts';

const sorts: readonly { id: ArticleSort; label: string }[] = [
	{ id: 'updated', label: 'Last changed' },
	{ id: 'published', label: 'Published' },
	{ id: 'headline', label: 'Headline' },
];

export interface ListPaneProps {
	readonly queue: Queue;
	readonly category: string | null;
	readonly search: string;
	readonly sort: ArticleSort;
	readonly active: ArticleId | null;
	readonly damaged: number;
	/** Buttons before the title, such as the one that shows the navigator. */
	readonly lead?: ReactNode;
	readonly onSort: (sort: ArticleSort) => void;
	readonly onNew: () => void;
	readonly onOpen: (id: ArticleId) => void;
	readonly onTrash: (story: ArticleSummary) => void;
	readonly onDuplicate: (id: ArticleId) => void;
	readonly onShowDamaged: () => void;
	readonly onClearSearch: () => void;
}

/** The list of one queue, category or search, with what can be done from it. */
export function ListPane(props: ListPaneProps) {
	const { queue, category, search, sort, damaged } = props;
	const host = useHost();
	const { state, categoryLabel } = useNewsroom();
	const text = useDeferredValue(search.trim());
	const { pages, more, reload } = useStoryPages(host, { queue, category, text, sort });
	const entry = queueEntries.find((one) => one.queue === queue);
	const place = category === null ? (entry?.label ?? '') : categoryLabel(category);
	const title = text === '' ? place : 'Search results';
	// Where the navigator is folded away, its button takes the room of the words.
	const tight = props.lead !== undefined;
	const readOnly = state.readOnly ?? undefined;
	const newStory = (
		<Button kind="primary" className="new-story" icon={Plus} onPress={props.onNew} disabledReason={readOnly}>
			<span className={tight ? 'visually-hidden' : undefined}>New story</span>
		</Button>
	);

	return (
		<div className="list-pane" data-tight={tight ? '' : undefined}>
			<div className="pane-head">
				{props.lead}
				<h2 className="pane-title">{title}</h2>
				<span className="pane-count" role="status">
					{pages.total !== null ? (
						<>
							{pages.total.toLocaleString(state.newsroom.locale)}
							<span className="visually-hidden">{pages.total === 1 ? ' story' : ' stories'}</span>
						</>
					) : null}
				</span>
				<span className="pane-head-space" />
				<MenuButton
					label="Sort by"
					groups={[{ heading: 'Sort by', entries: sorts.map((one) => ({ ...one, checked: one.id === sort })) }]}
					onAction={(id) => {
						const chosen = sorts.find((one) => one.id === id);
						if (chosen !== undefined) props.onSort(chosen.id);
					}}
				>
					<IconButton icon={ArrowDownWideNarrow} label="Sort" />
				</MenuButton>
				{newStory}
			</div>
			{damaged > 0 ? (
				<button type="button" className="list-note" data-inner-focus="" onClick={props.onShowDamaged}>
					<Icon of={FileWarning} />
					{damaged === 1 ? 'One file is damaged' : `${damaged} files are damaged`}
				</button>
			) : null}
			{pages.failure === null ? null : (
				<div className="list-note" data-kind="failure" role="alert">
					<span className="pane-head-space">{pages.failure.message}</span>
					<Button kind="link" icon={RotateCcw} onPress={reload}>
						Try again
					</Button>
				</div>
			)}
			{pages.known && pages.rows.length === 0 && pages.failure === null ? (
				text === '' ? (
					<EmptyState icon={entry?.icon ?? Plus}>
						{category === null ? entry?.empty : `No story is in ${place} yet.`}
					</EmptyState>
				) : (
					<EmptyState
						action={
							<Button kind="bordered" onPress={props.onClearSearch}>
								Clear the search
							</Button>
						}
					>
						No story {category === null && queue === 'all' ? '' : `in ${place} `}holds “{text}”.
					</EmptyState>
				)
			) : (
				<StoryList
					// A new question begins at the top.
					key={`${queue} ${category} ${text} ${sort}`}
					pages={pages}
					active={props.active}
					onMore={more}
					onOpen={props.onOpen}
					onTrash={props.onTrash}
					onDuplicate={props.onDuplicate}
				/>
			)}
		</div>
	);
}
