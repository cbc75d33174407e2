import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { GridList, GridListItem, type Key, useDragAndDrop } from 'react-aria-components';
import './reorder-list.css';
import { moveBeside, moveBy } from './reorder.ts';

export interface ReorderItem {
	readonly key: string;
	/** Its name for screen readers and for typing ahead. */
	readonly name: string;
	readonly content: ReactNode;
}

/** A list whose items are put in order by dragging or with Alt and an arrow key, and removed with Delete. */
export function ReorderList({
	label,
	layout,
	items,
	onReorder,
	onRemove,
}: {
	label: string;
	layout: 'stack' | 'grid';
	items: readonly ReorderItem[];
	/** Gets the keys in their new order. */
	onReorder: (keys: readonly string[]) => void;
	onRemove: (key: string) => void;
}) {
	const list = useRef<HTMLDivElement>(null);
	const [said, setSaid] = useState('');
	const keys = items.map((item) => item.key);
	const nameOf = (key: string) => items.find((item) => item.key === key)?.name ?? '';

	const { dragAndDropHooks } = useDragAndDrop({
		getItems: (dragged: Set<Key>) => [...dragged].map((key) => ({ 'text/plain': nameOf(String(key)) })),
		onReorder: ({ keys: dragged, target }) => {
			const [moved] = dragged;
			if (target.dropPosition === 'on') return;
			const order = moveBeside(
				keys,
				keys.indexOf(String(moved)),
				keys.indexOf(String(target.key)),
				target.dropPosition,
			);
			if (order !== keys) onReorder(order);
		},
	});

	const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>) => {
		const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
		const key = row?.dataset.key;
		if (row === null || key === undefined) return;
		if (event.altKey && event.key.startsWith('Arrow')) {
			event.preventDefault();
			event.stopPropagation();
			const order = moveBy(keys, keys.indexOf(key), placesOf(event.key, row));
			if (order === keys) return setSaid(`${nameOf(key)} cannot be moved further.`);
			onReorder(order);
			setSaid(`${nameOf(key)} moved to place ${order.indexOf(key) + 1} of ${order.length}.`);
			// The browser drops the focus of an element that is put elsewhere in the page.
			requestAnimationFrame(() => focusRow(list.current, key));
		} else if ((event.key === 'Delete' || event.key === 'Backspace') && event.target === row) {
			event.preventDefault();
			event.stopPropagation();
			const next = keys[keys.indexOf(key) + 1] ?? keys[keys.indexOf(key) - 1];
			onRemove(key);
			setSaid(`${nameOf(key)} removed.`);
			if (next !== undefined) requestAnimationFrame(() => focusRow(list.current, next));
		}
	};

	return (
		<div ref={list} className="reorder" role="presentation" onKeyDownCapture={onKeyDownCapture}>
			<GridList
				aria-label={label}
				className="reorder-list"
				layout={layout}
				selectionMode="none"
				items={items}
				dragAndDropHooks={dragAndDropHooks}
			>
				{(item) => (
					<GridListItem
						id={item.key}
						textValue={item.name}
						className="reorder-item"
						aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
					>
						{item.content}
					</GridListItem>
				)}
			</GridList>
			<span className="visually-hidden" aria-live="polite">
				{said}
			</span>
		</div>
	);
}

function placesOf(key: string, row: Element): number {
	const rightToLeft = getComputedStyle(row).direction === 'rtl';
	if (key === 'ArrowUp') return -1;
	if (key === 'ArrowDown') return 1;
	return (key === 'ArrowRight') === rightToLeft ? -1 : 1;
}

function focusRow(list: HTMLElement | null, key: string) {
	list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
