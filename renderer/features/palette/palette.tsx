import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { Marked, SnippetText } from '../../ui/display/marked.tsx';
import { Icon } from '../../ui/icon.tsx';
import { choiceName, type PaletteChoice, type PaletteEntry } from './palette-entry.ts';
import './palette.css';
import { type RankedEntry, rankEntries } from './rank-entries.ts';
import { usePaletteSources } from './use-palette-sources.tsx';

/** How far Page Down goes. */
const page = 8;

export interface PaletteProps {
	/** What can be done, with the reason where it cannot be done now; keep it stable. */
	readonly commands: readonly PaletteEntry[];
	/** Names of what was chosen lately, the newest first; see `choiceName`. */
	readonly recent: readonly string[];
	readonly onChoose: (choice: PaletteChoice) => void;
	readonly onClose: () => void;
}

/** The window that leads to every story, command, category and person by name. */
export function Palette(props: PaletteProps) {
	return (
		<ModalOverlay
			className="palette-scrim"
			isOpen
			isDismissable
			onOpenChange={(open) => {
				if (!open) props.onClose();
			}}
		>
			<Modal className="palette-frame">
				<AriaDialog className="palette" aria-label="Go to anything">
					<PaletteBody {...props} />
				</AriaDialog>
			</Modal>
		</ModalOverlay>
	);
}

function PaletteBody({ commands, recent, onChoose }: PaletteProps) {
	const id = useId();
	const [typed, setTyped] = useState('');
	/** The line that was gone to by keys or mouse; without one it is the first. */
	const [gone, setGone] = useState<string | null>(null);
	const [entered, setEntered] = useState(false);
	/** The line that Enter could not take. */
	const [refused, setRefused] = useState<PaletteEntry | null>(null);
	const list = useRef<HTMLDivElement>(null);
	const { entries, isBehind, failure } = usePaletteSources(typed, recent, commands);
	const groups = useMemo(() => rankEntries(entries, typed, recent), [entries, typed, recent]);
	const shown = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
	const names = shown.map(({ entry }) => choiceName(entry));
	const at = Math.max(0, gone === null ? 0 : names.indexOf(gone));
	const active = shown[at]?.entry;
	const optionId = (entry: PaletteEntry) => `${id} ${choiceName(entry)}`.replace(/\s/g, '-');

	const choose = (entry: PaletteEntry | undefined) => {
		if (entry === undefined) return;
		if (entry.disabledReason === undefined) onChoose({ kind: entry.kind, id: entry.id });
		else setRefused(entry);
	};
	const go = (to: number) => {
		setEntered(false);
		setRefused(null);
		setGone(names[Math.max(0, Math.min(names.length - 1, to))] ?? null);
	};
	// Enter takes what these words find, once that is known.
	useEffect(() => {
		if (!entered || isBehind) return;
		setEntered(false);
		choose(active);
	});
	useEffect(() => {
		if (active === undefined) return;
		const option = document.getElementById(optionId(active));
		// With the first line, the heading above it is seen too.
		if (at === 0) list.current?.scrollTo({ top: 0 });
		else option?.scrollIntoView({ block: 'nearest' });
	});

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
		const last = names.length - 1;
		switch (event.key) {
			case 'ArrowDown':
				go(at === last ? 0 : at + 1);
				break;
			case 'ArrowUp':
				go(at === 0 ? last : at - 1);
				break;
			case 'PageDown':
				go(at + page);
				break;
			case 'PageUp':
				go(at - page);
				break;
			case 'Home':
			case 'End':
				if (event.shiftKey) return;
				go(event.key === 'Home' ? 0 : last);
				break;
			case 'Enter':
				if (isBehind && gone === null) setEntered(true);
				else choose(active);
				break;
			default:
				return;
		}
		event.preventDefault();
	};

	return (
		<>
			<div className="palette-field">
				<Icon of={Search} />
				<input
					type="text"
					role="combobox"
					aria-label="Go to a story, a command, a category or a person"
					aria-autocomplete="list"
					aria-expanded={shown.length > 0}
					aria-controls={`${id}-list`}
					aria-activedescendant={active === undefined ? undefined : optionId(active)}
					placeholder="Story, command, category or person"
					autoComplete="off"
					spellCheck={false}
					maxLength={200}
					// biome-ignore lint/a11y/noAutofocus: the window is opened to type here
					autoFocus
					value={typed}
					onChange={(event) => {
						setTyped(event.target.value);
						setGone(null);
						setEntered(false);
						setRefused(null);
					}}
					onKeyDown={onKeyDown}
				/>
			</div>
			<div
				ref={list}
				id={`${id}-list`}
				role="listbox"
				aria-label="What was found"
				aria-busy={isBehind}
				className="palette-list"
			>
				{groups.map((group, index) => (
					// biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, not fieldsets
					<div key={group.heading} role="group" aria-labelledby={`${id}-group-${index}`}>
						<div id={`${id}-group-${index}`} role="presentation" className="palette-heading">
							{group.heading}
						</div>
						{group.entries.map((ranked) => (
							<PaletteOption
								key={choiceName(ranked.entry)}
								id={optionId(ranked.entry)}
								ranked={ranked}
								isActive={ranked.entry === active}
								onPoint={() => go(shown.indexOf(ranked))}
								onChoose={() => choose(ranked.entry)}
							/>
						))}
					</div>
				))}
			</div>
			<p className="palette-foot" role="status" data-problem={refused !== null || failure !== null || undefined}>
				{refused !== null ? (
					`${refused.label}: ${refused.disabledReason}`
				) : failure !== null ? (
					failure
				) : shown.length === 0 ? (
					isBehind ? (
						'Searching…'
					) : (
						`Nothing is called “${typed.trim()}”.`
					)
				) : (
					<span aria-hidden="true">
						<kbd>↑</kbd>
						<kbd>↓</kbd> choose <kbd>Enter</kbd> go <kbd>Esc</kbd> close
					</span>
				)}
			</p>
		</>
	);
}

function PaletteOption({
	id,
	ranked: { entry, label },
	isActive,
	onPoint,
	onChoose,
}: {
	id: string;
	ranked: RankedEntry;
	isActive: boolean;
	onPoint: () => void;
	onChoose: () => void;
}) {
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
		<div
			id={id}
			role="option"
			tabIndex={-1}
			aria-selected={isActive}
			aria-disabled={entry.disabledReason !== undefined}
			className="palette-option"
			// The cursor stays in the field.
			onPointerDown={(event) => event.preventDefault()}
			onMouseDown={(event) => event.preventDefault()}
			// Not on entering, as a list that scrolls under a resting mouse is not pointed at.
			onPointerMove={() => {
				if (!isActive) onPoint();
			}}
			onClick={onChoose}
		>
			<span className="palette-mark">{entry.mark}</span>
			<span className="palette-words">
				<span className="palette-line">
					<span className="palette-label" dir="auto">
						<Marked parts={label} />
					</span>
					{entry.note === undefined ? null : (
						<span className="palette-note" dir="auto">
							{entry.note}
						</span>
					)}
				</span>
				{entry.found ? <SnippetText snippet={entry.found} /> : null}
				{entry.disabledReason === undefined ? null : <span className="palette-reason">{entry.disabledReason}</span>}
			</span>
			{entry.shortcut === undefined ? null : <kbd>{entry.shortcut}</kbd>}
		</div>
	);
}
