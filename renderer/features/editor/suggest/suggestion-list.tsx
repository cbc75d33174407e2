import type { Editor } from '@tiptap/core';
import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Snippet } from '#shared/contract/articles.ts';
import { Marked } from '../../../ui/display/marked.tsx';
import { useStanding } from '../../../ui/use-standing.ts';
import './suggestion-list.css';
import { endSuggesting, inPlaceOfSign, onSuggestionKey, type Suggesting } from './suggestions.ts';

/** One line of what is offered. */
export interface Suggestion {
	readonly id: string;
	/** With what was typed marked. */
	readonly label: Snippet;
	/** An icon or another mark before it. */
	readonly mark: ReactNode;
	readonly note?: string | undefined;
	readonly shortcut?: string | undefined;
	/** Why it cannot be taken now; absent when it can. */
	readonly disabledReason?: string | undefined;
	/** Does it, where the sign stood. */
	readonly take: () => void;
}

/** How far the list stands from the line, and from the edges of the window. */
const gap = 6;

/** The list of what is offered at the cursor, which steers it with the keys while the focus stays in the text. */
export function SuggestionList({
	editor,
	what,
	label,
	suggestions,
	isBehind = false,
	nothing,
}: {
	editor: Editor;
	what: Suggesting;
	label: string;
	suggestions: readonly Suggestion[];
	/** Whether there is no answer yet for what is typed. */
	isBehind?: boolean;
	/** What is said when nothing is found; without it there is then no list, and the keys are the text's. */
	nothing?: string;
}) {
	const id = useId();
	const list = useRef<HTMLDivElement>(null);
	/** The line that was gone to, for as long as the same is typed. */
	const [gone, setGone] = useState<{ readonly query: string; readonly at: number } | null>(null);
	const [entered, setEntered] = useState<string | null>(null);
	const at = gone?.query === what.query ? Math.min(gone.at, suggestions.length - 1) : 0;
	const active = suggestions[at];
	const isShown = suggestions.length > 0 || nothing !== undefined;
	const optionId = (suggestion: Suggestion) => `${id}-${suggestion.id.replace(/[^\w-]/g, '_')}`;

	const take = (suggestion: Suggestion | undefined) => {
		if (suggestion !== undefined && suggestion.disabledReason === undefined)
			inPlaceOfSign(editor, what, suggestion.take);
	};
	const hear = useEffectEvent(({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => {
		if (!isShown || ctrlKey || metaKey || altKey || shiftKey) return false;
		const go = (to: number) => setGone({ query: what.query, at: (to + suggestions.length) % suggestions.length });
		if (key === 'Escape') endSuggesting(editor);
		else if (suggestions.length === 0 && !isBehind) return false;
		else if (key === 'ArrowDown') go(at + 1);
		else if (key === 'ArrowUp') go(at - 1);
		else if (key !== 'Enter' && key !== 'Tab') return false;
		else if (isBehind && gone?.query !== what.query) setEntered(what.query);
		else take(active);
		return true;
	});
	useEffect(() => onSuggestionKey(editor, hear), [editor]);
	// Enter takes what these words find, once that is known.
	useEffect(() => {
		if (entered === null || isBehind) return;
		setEntered(null);
		if (entered === what.query) take(active);
	});

	const activeId = active === undefined ? null : optionId(active);
	useEffect(() => {
		if (!isShown) return;
		const { dom } = editor.view;
		const attributes = { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': id };
		for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value);
		return () => {
			for (const name of Object.keys(attributes)) dom.removeAttribute(name);
		};
	}, [editor, id, isShown]);
	useEffect(() => {
		if (activeId === null) return;
		const { dom } = editor.view;
		dom.setAttribute('aria-activedescendant', activeId);
		document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
		return () => dom.removeAttribute('aria-activedescendant');
	}, [editor, activeId]);

	useStanding(() => {
		if (list.current !== null) standAt(list.current, editor, what.from);
	});

	if (!isShown) return null;
	return createPortal(
		<div ref={list} className="suggestions">
			<div id={id} role="listbox" aria-label={label} className="suggestions-list">
				{suggestions.map((suggestion) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the text
					<div
						key={suggestion.id}
						id={optionId(suggestion)}
						role="option"
						tabIndex={-1}
						aria-selected={suggestion === active}
						aria-disabled={suggestion.disabledReason !== undefined}
						className="suggestion"
						// The cursor stays in the text.
						onPointerDown={(event) => event.preventDefault()}
						onMouseDown={(event) => event.preventDefault()}
						onPointerMove={() => {
							if (suggestion !== active) setGone({ query: what.query, at: suggestions.indexOf(suggestion) });
						}}
						onClick={() => take(suggestion)}
					>
						<span className="suggestion-mark">{suggestion.mark}</span>
						<span className="suggestion-words">
							<span dir="auto">
								<Marked parts={suggestion.label} />
							</span>
							{suggestion.disabledReason === undefined && suggestion.note === undefined ? null : (
								<span className="suggestion-note" dir="auto">
									{suggestion.disabledReason ?? suggestion.note}
								</span>
							)}
						</span>
						{suggestion.shortcut === undefined ? null : <kbd>{suggestion.shortcut}</kbd>}
					</div>
				))}
			</div>
			<p role="status" className={suggestions.length === 0 ? 'suggestions-nothing' : 'visually-hidden'}>
				{suggestions.length > 0 ? '' : isBehind ? 'Searching…' : nothing}
			</p>
		</div>,
		document.body,
	);
}

/** Below the sign, or above its line where there is no room below. */
function standAt(list: HTMLElement, editor: Editor, position: number): void {
	const line = editor.view.coordsAtPos(position);
	const { width, height } = list.getBoundingClientRect();
	const isRightToLeft = getComputedStyle(editor.view.dom).direction === 'rtl';
	const left = isRightToLeft ? line.left - width : line.left;
	const fitsBelow = line.bottom + gap + height <= window.innerHeight - gap;
	const top = fitsBelow ? line.bottom + gap : line.top - gap - height;
	list.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
	list.style.top = `${Math.max(gap, top)}px`;
}
