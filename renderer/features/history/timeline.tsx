import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { PastRevision, RevisionId } from '#shared/contract/history.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { reasonWords } from './reason-words.ts';
import { timelineRows } from './timeline-rows.ts';

const dayHeight = 34;
const revisionHeight = 52;
/** Reading goes on when the last row is this near. */
const rowsAhead = 30;

/** A story's revisions under their days, as one list box; only the rows in view are drawn. */
export function Timeline({
	revisions,
	chosen,
	now,
	hasMore,
	onMore,
	onChoose,
}: {
	revisions: readonly PastRevision[];
	chosen: RevisionId | null;
	now: Date;
	hasMore: boolean;
	onMore: () => void;
	onChoose: (id: RevisionId) => void;
}) {
	const { locale, timeZone } = useNewsroom().state.newsroom;
	const rows = useMemo(() => timelineRows(revisions, now, { locale, timeZone }), [revisions, now, locale, timeZone]);
	const places = useMemo(
		() => new Map(rows.flatMap((row, index) => (row.kind === 'revision' ? [[row.revision.id, index]] : []))),
		[rows],
	);
	const listId = useId();
	const scroller = useRef<HTMLDivElement>(null);
	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: (index) => (rows[index]?.kind === 'day' ? dayHeight : revisionHeight),
		overscan: 10,
		getItemKey: (index) => {
			const row = rows[index];
			return row === undefined ? index : row.kind === 'day' ? `day ${row.day}` : row.revision.id;
		},
	});
	const shown = virtualizer.getVirtualItems();
	const lastShown = shown.at(-1)?.index ?? 0;
	useEffect(() => {
		if (hasMore && lastShown >= rows.length - rowsAhead) onMore();
	}, [hasMore, lastShown, rows.length, onMore]);

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const at = revisions.findIndex(({ id }) => id === chosen);
		const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / revisionHeight) - 1);
		const moves: Record<string, number> = {
			ArrowDown: at + 1,
			ArrowUp: at - 1,
			Home: 0,
			End: revisions.length - 1,
			PageDown: at + page,
			PageUp: at - page,
		};
		const move = moves[event.key];
		if (move === undefined) return;
		event.preventDefault();
		const target = revisions[Math.max(0, Math.min(revisions.length - 1, move))];
		if (target === undefined) return;
		onChoose(target.id);
		virtualizer.scrollToIndex(places.get(target.id) ?? 0);
	};
	const chosenDrawn = shown.some((item) => item.index === places.get(chosen ?? ''));

	return (
		<div
			ref={scroller}
			className="history-timeline"
			data-inner-focus=""
			role="listbox"
			aria-label="Versions"
			tabIndex={0}
			aria-activedescendant={chosenDrawn ? `${listId}-${chosen}` : undefined}
			onKeyDown={onKeyDown}
		>
			<div className="history-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
				{shown.map((item) => {
					const row = rows[item.index];
					if (row === undefined) return null;
					const place = { height: item.size, transform: `translateY(${item.start}px)` };
					if (row.kind === 'day')
						return (
							<div key={item.key} className="history-row history-day" role="presentation" style={place}>
								{row.day}
							</div>
						);
					const { id, author, words } = row.revision;
					return (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the list box answers the keys for its options
						<div
							key={item.key}
							id={`${listId}-${id}`}
							className="history-row history-revision"
							role="option"
							tabIndex={-1}
							aria-selected={id === chosen}
							style={place}
							onMouseDown={(event) => {
								// The list box keeps the keyboard, whichever row is pressed.
								event.preventDefault();
								scroller.current?.focus();
							}}
							onClick={() => onChoose(id)}
						>
							<span className="history-line">
								<span className="history-reason">{reasonWords(row.revision)}</span>
								<span className="history-time tabular">{row.time}</span>
							</span>
							<span className="history-line history-who">
								<span className="history-author" dir="auto">
									{author}
								</span>
								<span className="tabular" dir="auto">
									{words === 1 ? '1 word' : `${words.toLocaleString(locale)} words`}
								</span>
							</span>
						</div>
					);
				})}
			</div>
		</div>
	);
}
