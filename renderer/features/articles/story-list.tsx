import { useVirtualizer } from '@tanstack/react-virtual';
import { Copy, FileText, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { ArticleSummary } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { MenuAt } from '../../ui/menu.tsx';
import type { StoryPages } from './story-pages.ts';
import { StoryRow } from './story-row.tsx';

const rowHeight = 85;
/** Reading goes on when the last row is this near. */
const rowsAhead = 30;

export interface StoryListProps {
	readonly pages: StoryPages;
	/** The story in front on the desk. */
	readonly active: ArticleId | null;
	readonly onMore: () => void;
	readonly onOpen: (id: ArticleId) => void;
	readonly onTrash: (story: ArticleSummary) => void;
	readonly onDuplicate: (id: ArticleId) => void;
}

/** The stories as one list box; only the rows in view are drawn. */
export function StoryList({ pages, active, onMore, onOpen, onTrash, onDuplicate }: StoryListProps) {
	const { rows, total, next } = pages;
	const listId = useId();
	const scroller = useRef<HTMLDivElement>(null);
	const anchor = useRef<HTMLSpanElement>(null);
	const [currentId, setCurrentId] = useState<ArticleId | null>(null);
	const [menu, setMenu] = useState<{ story: ArticleSummary; x: number; y: number } | null>(null);
	const found = rows.findIndex((row) => row.id === currentId);
	const current = found >= 0 ? found : rows.findIndex((row) => row.id === active);
	const now = useMinute();

	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		overscan: 8,
		getItemKey: (index) => rows[index]?.id ?? index,
	});
	const shown = virtualizer.getVirtualItems();
	const lastShown = shown.at(-1)?.index ?? 0;
	useEffect(() => {
		if (next !== null && lastShown >= rows.length - rowsAhead) onMore();
	}, [next, lastShown, rows.length, onMore]);

	const go = (index: number) => {
		const target = Math.max(0, Math.min(rows.length - 1, index));
		const story = rows[target];
		if (story === undefined) return;
		setCurrentId(story.id);
		virtualizer.scrollToIndex(target);
	};
	const showMenu = (story: ArticleSummary, x: number, y: number) => {
		setCurrentId(story.id);
		setMenu({ story, x, y });
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const story = rows[current];
		const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
		const moves: Record<string, number> = {
			ArrowDown: current + 1,
			ArrowUp: current - 1,
			Home: 0,
			End: rows.length - 1,
			PageDown: current + page,
			PageUp: current - page,
		};
		const move = moves[event.key];
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (move !== undefined) go(move);
		else if (story === undefined) return;
		else if (event.key === 'Enter' || event.key === ' ') onOpen(story.id);
		else if (event.key === 'Delete' || event.key === 'Backspace') onTrash(story);
		else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
			const row = document.getElementById(`${listId}-${story.id}`)?.getBoundingClientRect();
			showMenu(story, (row?.left ?? 0) + 24, (row?.top ?? 0) + 48);
		} else return;
		event.preventDefault();
	};
	const currentStory = rows[current];
	const currentDrawn = currentStory !== undefined && shown.some((item) => item.index === current);

	return (
		<div
			ref={scroller}
			className="story-list"
			data-inner-focus=""
			role="listbox"
			aria-label="Stories"
			tabIndex={0}
			aria-activedescendant={currentDrawn ? `${listId}-${currentStory.id}` : undefined}
			onKeyDown={onKeyDown}
		>
			<div className="story-list-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
				{shown.map((item) => {
					const story = rows[item.index];
					if (story === undefined) return null;
					return (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the list box answers the keys for its options
						<div
							key={item.key}
							id={`${listId}-${story.id}`}
							className="list-row"
							role="option"
							tabIndex={-1}
							aria-selected={story.id === active}
							aria-labelledby={`${listId}-${story.id}-headline`}
							aria-setsize={total ?? -1}
							aria-posinset={item.index + 1}
							data-current={item.index === current ? '' : undefined}
							data-story={story.id}
							style={{ transform: `translateY(${item.start}px)` }}
							onMouseDown={(event) => {
								// The list box keeps the keyboard, whichever row is pressed.
								event.preventDefault();
								scroller.current?.focus();
							}}
							onClick={() => {
								setCurrentId(story.id);
								onOpen(story.id);
							}}
							onContextMenu={(event) => {
								event.preventDefault();
								showMenu(story, event.clientX, event.clientY);
							}}
						>
							<StoryRow story={story} now={now} labelId={`${listId}-${story.id}-headline`} />
						</div>
					);
				})}
			</div>
			<span
				ref={anchor}
				aria-hidden="true"
				style={{ position: 'fixed', left: menu?.x ?? 0, top: menu?.y ?? 0, width: 1, height: 1, pointerEvents: 'none' }}
			/>
			<MenuAt
				anchor={anchor}
				isOpen={menu !== null}
				onClose={() => {
					setMenu(null);
					scroller.current?.focus();
				}}
				label="Story"
				groups={[
					{
						entries: [
							{ id: 'open', label: 'Open', icon: FileText, shortcut: 'Enter' },
							{ id: 'duplicate', label: 'Duplicate', icon: Copy },
						],
					},
					{ entries: [{ id: 'trash', label: 'Move to the trash', icon: Trash2, shortcut: 'Delete' }] },
				]}
				onAction={(action) => {
					if (menu === null) return;
					if (action === 'open') onOpen(menu.story.id);
					else if (action === 'duplicate') onDuplicate(menu.story.id);
					else onTrash(menu.story);
				}}
			/>
		</div>
	);
}

/** The present time, new every minute, so that "9 min ago" stays true. */
function useMinute(): Date {
	const [now, setNow] = useState(() => new Date());
	useEffect(() => {
		const timer = setInterval(() => setNow(new Date()), 60_000);
		return () => clearInterval(timer);
	}, []);
	return now;
}
