import type { Editor } from '@tiptap/core';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FindQuery } from '#shared/text/find/find-query.ts';
import { useStore } from '../../../session/basics/store.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { useSaveState } from '../../../session/use-story.ts';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { FindOptions } from '../../../ui/controls/find-options.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { type FinderState, StoryFinder } from './story-finder.ts';
import './find.css';

export interface FindBarProps {
	readonly session: StorySession;
	/** What is looked for first. */
	readonly first: string;
	/** Another number each time the editor asks for the bar, which then takes the keyboard. */
	readonly asked: number;
	readonly onClose: () => void;
}

/** Finds words in the story and replaces them. Escape closes it, and writing goes on at what was found. */
export function FindBar(props: FindBarProps) {
	const { session } = props;
	const [finder, setFinder] = useState<StoryFinder | null>(null);
	useEffect(() => {
		const made = new StoryFinder(session);
		setFinder(made);
		return () => made.end();
	}, [session]);
	return finder === null ? null : <Bar {...props} finder={finder} />;
}

function Bar({ session, first, asked, onClose, finder }: FindBarProps & { readonly finder: StoryFinder }) {
	const state = useStore(finder);
	const readOnly = useSaveState(session).kind === 'readOnly' ? 'This story can only be read.' : undefined;
	const [query, setQuery] = useState<FindQuery>({ text: first, matchCase: false, wholeWord: false, isPattern: false });
	const [by, setBy] = useState('');
	const [done, setDone] = useState<string | null>(null);
	const bar = useRef<HTMLElement>(null);

	useEffect(() => {
		void finder.lookFor(query.text === '' ? null : query);
	}, [finder, query]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for.
	useEffect(() => {
		const field = bar.current?.querySelector('input');
		field?.focus();
		field?.select();
	}, [asked]);

	const look = (part: Partial<FindQuery>) => {
		setDone(null);
		setQuery({ ...query, ...part });
	};
	const replace = () => {
		if (readOnly !== undefined) return;
		setDone(null);
		finder.replace(by);
	};
	const onKeys = (enter: (isShift: boolean) => void) => (event: KeyboardEvent) => {
		if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
			event.preventDefault();
			enter(event.shiftKey);
		}
	};
	return (
		<search
			ref={bar}
			className="find-bar"
			aria-label="Find and replace"
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.preventDefault();
				event.stopPropagation();
				onClose();
				session.editor.view.focus();
			}}
		>
			<div className="find-row">
				<TextField
					label="Find"
					labelHidden
					placeholder="Find in this story"
					value={query.text}
					onChange={(text) => look({ text })}
					onKeyDown={onKeys((isShift) => finder.step(isShift ? -1 : 1))}
					autoComplete="off"
					spellCheck="false"
				/>
				<FindOptions query={query} onChange={look} />
				<IconButton icon={ChevronUp} label="Previous" onPress={() => finder.step(-1)} />
				<IconButton icon={ChevronDown} label="Next" onPress={() => finder.step(1)} />
				<span className="find-count" role="status">
					{done ?? (query.text === '' ? '' : wordsOf(state))}
				</span>
			</div>
			<div className="find-row">
				<TextField
					label="Replace with"
					labelHidden
					placeholder={query.isPattern ? 'Replace with ($1 is the first group)' : 'Replace with'}
					value={by}
					onChange={setBy}
					onKeyDown={onKeys(replace)}
					autoComplete="off"
				/>
				<Button kind="bordered" disabledReason={readOnly} onPress={replace}>
					Replace
				</Button>
				<Button kind="bordered" disabledReason={readOnly} onPress={() => setDone(`${finder.replaceAll(by)} replaced.`)}>
					Replace all
				</Button>
			</div>
			<IconButton
				icon={X}
				label="Close"
				className="find-close"
				onPress={() => {
					onClose();
					session.editor.view.focus();
				}}
			/>
		</search>
	);
}

/** The selected words, where they are few enough to be looked for. */
export function selectedLine({ state: { doc, selection } }: Editor): string {
	const words = doc.textBetween(selection.from, selection.to, '\n', '\n');
	return words.length > 100 || words.includes('\n') ? '' : words;
}

function wordsOf({ matches, at, problem }: FinderState): string {
	if (problem !== null) return problem;
	const match = matches[at];
	if (match === undefined) return 'Nothing is found.';
	const where = match.kind === 'field' ? ` · ${match.label}` : '';
	return `${at + 1} of ${matches.length}${where}`;
}
