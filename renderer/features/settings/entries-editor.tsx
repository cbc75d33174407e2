import { type LucideIcon, Plus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import './entries-editor.css';

/** How an entry stands in the list. */
export interface EntryWords {
	readonly name: string;
	/** The quieter line below it. */
	readonly about: string;
}

/** A list of what is edited, with a button that adds to it, and beside it the form of the entry that is chosen. */
export function EntriesEditor<Draft extends { readonly key: string }>({
	label,
	addLabel,
	drafts,
	errors,
	wrong,
	words,
	make,
	onChange,
	icon,
	empty,
	form: formOf,
}: {
	readonly label: string;
	/** What the button says, and what an entry without a name is called. */
	readonly addLabel: string;
	readonly drafts: readonly Draft[];
	/** What is wrong, by the key of its entry. */
	readonly errors: ReadonlyMap<string, unknown>;
	/** What stands at an entry that has an error, in place of its second line. */
	readonly wrong: string;
	readonly words: (draft: Draft) => EntryWords;
	/** Makes an empty entry. */
	readonly make: (key: string) => Draft;
	readonly onChange: (drafts: readonly Draft[]) => void;
	readonly icon: LucideIcon;
	/** What is said while there is no entry. */
	readonly empty: ReactNode;
	readonly form: (draft: Draft, onChange: (part: Partial<Draft>) => void, onRemove: () => void) => ReactNode;
}) {
	const [chosen, setChosen] = useState<string | null>(null);
	const form = useRef<HTMLFieldSetElement>(null);
	// What is wrong is in sight, wherever it stands in the list.
	const shown = drafts.find(({ key }) => key === chosen) ?? drafts.find(({ key }) => errors.has(key)) ?? drafts[0];
	const nameOf = (draft: Draft) => words(draft).name || addLabel;

	const add = () => {
		const draft = make(`new ${crypto.randomUUID()}`);
		onChange([...drafts, draft]);
		setChosen(draft.key);
		requestAnimationFrame(() => form.current?.querySelector('input')?.focus());
	};
	return (
		<div className="entries">
			<div className="entries-list">
				<Button kind="bordered" icon={Plus} onPress={add}>
					{addLabel}
				</Button>
				{drafts.length === 0 ? null : (
					<ListBox
						aria-label={label}
						selectionMode="single"
						disallowEmptySelection
						selectedKeys={shown === undefined ? [] : [shown.key]}
						onSelectionChange={(keys) => setChosen(keys === 'all' ? null : String([...keys][0]))}
						items={drafts.map((draft) => ({ id: draft.key, draft }))}
						dependencies={[errors]}
					>
						{({ id, draft }) => (
							<ListBoxItem id={id} className="entries-entry" textValue={nameOf(draft)}>
								<span dir="auto">{nameOf(draft)}</span>
								<span className="entries-about" dir="auto">
									{errors.has(id) ? wrong : words(draft).about}
								</span>
							</ListBoxItem>
						)}
					</ListBox>
				)}
			</div>
			{shown === undefined ? (
				<EmptyState icon={icon}>{empty}</EmptyState>
			) : (
				<fieldset key={shown.key} ref={form} className="entries-form" aria-label={nameOf(shown)}>
					{formOf(
						shown,
						(part) => onChange(drafts.map((draft) => (draft.key === shown.key ? { ...draft, ...part } : draft))),
						() => onChange(drafts.filter(({ key }) => key !== shown.key)),
					)}
				</fieldset>
			)}
		</div>
	);
}
