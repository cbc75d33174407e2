import type { KeyboardEventHandler, ReactNode, Ref } from 'react';
import './entry-list.css';

/** Entries of a story's details, each with fields of its own: its people, its corrections. */
export function EntryList({
	listRef,
	labelledBy,
	children,
}: {
	listRef: Ref<HTMLOListElement>;
	/** The id of the element that names the list. */
	labelledBy?: string;
	children: ReactNode;
}) {
	return (
		<ol ref={listRef} className="entry-list" aria-labelledby={labelledBy}>
			{children}
		</ol>
	);
}

/** One of them; `head` stands in a row of its own, a field and its buttons. */
export function Entry({
	head,
	onKeyDown,
	children,
}: {
	head?: ReactNode;
	onKeyDown?: KeyboardEventHandler<HTMLLIElement>;
	children: ReactNode;
}) {
	return (
		<li className="entry" onKeyDown={onKeyDown}>
			{head === undefined ? null : <div className="entry-head">{head}</div>}
			{children}
		</li>
	);
}
