import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import type { ListedStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { SearchTerm } from '#shared/text/search-query.ts';
import { useMinute } from '../../../session/basics/use-minute.ts';
import { useStillWhilePressed } from '../../../ui/use-still-while-pressed.ts';
import { listKey } from './list-keys.ts';
import { isSelected, type ListSelection, type SelectionStep, selectedCount } from './selection.ts';
import { StoryMenu, type StoryMenuProps, trashCommand } from './story-menu.tsx';
import type { StoryPageReader, StoryPages } from './story-pages.ts';
import { StoryRow } from './story-row.tsx';

const rowHeight = 85;
const compactRowHeight = 37;
/** Where a search shows what it found. */
const foundRowHeight = 105;

export interface StoryListProps extends Omit<StoryMenuProps, 'story' | 'count' | 'place' | 'onClose'> {
	readonly pages: StoryPages;
	readonly reader: StoryPageReader;
	readonly terms: readonly SearchTerm[];
	/** The story in front on the desk. */
	readonly active: ArticleId | null;
	/** Whether each story is shown in one line; what a search finds takes more. */
	readonly compact: boolean;
	readonly selection: ListSelection;
	/** Whether the keyboard goes into it now; where words are looked for, to the first story. */
	readonly takesFocus: boolean;
	readonly onFocusTaken: () => void;
	readonly onSelect: (step: SelectionStep) => void;
}

/** The stories as one list box of which any number can be chosen; only the rows in view are read and drawn. */
export function StoryList(props: StoryListProps) {
	const { reader, terms, active, selection, takesFocus, onFocusTaken, onSelect, onOpen } = props;
	const listId = useId();
	const scroller = useRef<HTMLDivElement>(null);
	// A press on a story ends the typing in another, which is saved and goes to the top of the list.
	const pages = useStillWhilePressed(props.pages, scroller);
	const [cursor, setCursor] = useState<{ index: number; id: ArticleId | null } | null>(null);
	/** Where a range begins. */
	const anchor = useRef<number | null>(null);
	const [menu, setMenu] = useState<{ story: ListedStory; x: number; y: number } | null>(null);
	const now = useMinute();
	const { count } = pages;
	const compact = props.compact && terms.length === 0;
	const height = terms.length > 0 ? foundRowHeight : compact ? compactRowHeight : rowHeight;
	const chosen = selectedCount(selection, count);
	const current = cursorRow(pages, cursor, active);
	const currentId = current < 0 ? null : (pages.row(current)?.id ?? null);

	const virtualizer = useVirtualizer({
		count,
		getScrollElement: () => scroller.current,
		estimateSize: () => height,
		overscan: 8,
		getItemKey: (index) => pages.row(index)?.id ?? index,
	});
	const shown = virtualizer.getVirtualItems();
	const first = shown[0]?.index ?? 0;
	const last = shown.at(-1)?.index ?? 0;
	useEffect(() => {
		void reader.show(first, last);
	}, [reader, first, last]);

	const begins = terms.length > 0 || current < 0;
	const firstId = pages.row(0)?.id ?? null;
	useEffect(() => {
		if (!takesFocus) return;
		if (begins) setCursor({ index: 0, id: firstId });
		scroller.current?.focus();
		onFocusTaken();
	}, [takesFocus, begins, firstId, onFocusTaken]);

	const moveTo = (index: number) => {
		const target = Math.max(0, Math.min(count - 1, index));
		setCursor({ index: target, id: pages.row(target)?.id ?? null });
		virtualizer.scrollToIndex(target);
		return target;
	};
	const selectTo = async (target: number) => {
		const from = anchor.current ?? Math.max(0, current);
		anchor.current = from;
		const ids = await reader.idsBetween(Math.min(from, target), Math.max(from, target));
		if (ids !== null) onSelect({ kind: 'range', ids });
	};
	const openAt = (index: number) => {
		const story = pages.row(index);
		if (story === undefined) return;
		anchor.current = index;
		onSelect({ kind: 'none' });
		onOpen(story.id);
	};
	const toggleAt = (index: number) => {
		const story = pages.row(index);
		if (story === undefined) return;
		const before = anchor.current === null ? undefined : pages.row(anchor.current);
		onSelect({ kind: 'toggle', id: story.id, from: before?.id ?? null });
		anchor.current = index;
	};
	const showMenu = (story: ListedStory, index: number, x: number, y: number) => {
		setCursor({ index, id: story.id });
		setMenu({ story, x, y });
	};
	const onKeyDown = (event: React.KeyboardEvent) => {
		const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
		const act = listKey(event, { current, count, page, isChoosing: chosen > 0 });
		if (act === null) return;
		event.preventDefault();
		const story = pages.row(current);
		switch (act.kind) {
			case 'move':
				anchor.current = moveTo(act.to);
				return;
			case 'extend':
				// The range begins where the keyboard stood before it moved.
				anchor.current ??= Math.max(0, current);
				void selectTo(moveTo(act.to));
				return;
			case 'all':
				onSelect({ kind: 'all' });
				return;
			case 'none':
				// Only the choice is given up, not the pane that the list may stand in.
				event.stopPropagation();
				onSelect({ kind: 'none' });
				return;
			case 'toggle':
				toggleAt(current);
				return;
			case 'open':
				openAt(current);
				return;
			case 'trash':
				if (chosen > 0) props.onTrashSelected();
				else if (story !== undefined) props.onCommand(trashCommand, story);
				return;
			case 'menu': {
				if (story === undefined) return;
				const row = document.getElementById(`${listId}-${story.id}`)?.getBoundingClientRect();
				showMenu(story, current, (row?.left ?? 0) + 24, (row?.top ?? 0) + 48);
			}
		}
	};
	const onClick = (event: MouseEvent, index: number) => {
		setCursor({ index, id: pages.row(index)?.id ?? null });
		if (event.shiftKey) void selectTo(index);
		else if (event.ctrlKey || event.metaKey) toggleAt(index);
		else openAt(index);
	};
	const currentDrawn = shown.some((item) => item.index === current);

	return (
		<div
			ref={scroller}
			className="story-list"
			data-inner-focus=""
			data-compact={compact ? '' : undefined}
			data-choosing={chosen > 0 ? '' : undefined}
			role="listbox"
			aria-label="Stories"
			aria-multiselectable="true"
			tabIndex={0}
			aria-activedescendant={currentDrawn ? `${listId}-${currentId ?? current}` : undefined}
			onKeyDown={onKeyDown}
		>
			<div className="story-list-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
				{shown.map(({ key, index, start }) => {
					const story = pages.row(index);
					const id = `${listId}-${story?.id ?? index}`;
					const place = { height, transform: `translateY(${start}px)` };
					if (story === undefined)
						return (
							<div
								key={key}
								id={id}
								className="list-row list-row-unread"
								role="option"
								tabIndex={-1}
								aria-selected={selection.kind === 'all'}
								aria-setsize={count}
								aria-posinset={index + 1}
								aria-label="This story is being read"
								data-current={index === current ? '' : undefined}
								style={place}
							/>
						);
					return (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the list box answers the keys for its options
						<div
							key={key}
							id={id}
							className="list-row"
							role="option"
							tabIndex={-1}
							aria-selected={chosen > 0 ? isSelected(selection, story.id) : story.id === active}
							aria-labelledby={`${id}-headline`}
							aria-setsize={pages.total ?? -1}
							aria-posinset={index + 1}
							data-current={index === current ? '' : undefined}
							data-active={story.id === active ? '' : undefined}
							data-story={story.id}
							style={place}
							onMouseDown={(event) => {
								// The list box keeps the keyboard, whichever row is pressed.
								event.preventDefault();
								scroller.current?.focus();
							}}
							onClick={(event) => onClick(event, index)}
							onContextMenu={(event) => {
								event.preventDefault();
								showMenu(story, index, event.clientX, event.clientY);
							}}
						>
							<StoryRow
								story={story}
								terms={terms}
								sort={pages.question.sort}
								compact={compact}
								now={now}
								labelId={`${id}-headline`}
							/>
						</div>
					);
				})}
			</div>
			<StoryMenu
				{...props}
				story={menu?.story ?? null}
				// A menu on one of the chosen stories is for all of them.
				count={menu !== null && chosen > 1 && isSelected(selection, menu.story.id) ? chosen : 1}
				place={menu}
				onClose={() => {
					setMenu(null);
					scroller.current?.focus();
				}}
			/>
		</div>
	);
}

/** The row at which the keyboard is: where it was put, wherever that story now stands, else the story in front. */
function cursorRow(
	pages: StoryPages,
	cursor: { index: number; id: ArticleId | null } | null,
	active: ArticleId | null,
) {
	if (cursor !== null) {
		if (cursor.id === null || pages.row(cursor.index)?.id === cursor.id) return cursor.index;
		const moved = pages.find(cursor.id);
		if (moved >= 0) return moved;
		if (pages.row(cursor.index) === undefined) return Math.min(cursor.index, pages.count - 1);
	}
	return active === null ? -1 : pages.find(active);
}
