import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton, ComboBox, FieldError, Input, ListBox, ListBoxItem } from 'react-aria-components';
import { Icon } from '../icon.tsx';
import { Popover } from '../overlays/popover.tsx';
import './combo.css';
import { FieldLabel } from './field-label.tsx';

/** Something that is chosen by its name and kept by its id. */
export interface NamedChoice {
	readonly id: string;
	readonly name: string;
}

/** A field in which an id, such as a language tag, is chosen by its name; any other id can be typed as it is. */
export function NameField({
	label,
	value,
	choices,
	error,
	onChange,
	...rest
}: {
	label: string;
	/** The id. */
	value: string;
	choices: readonly NamedChoice[];
	/** What is wrong, as a sentence; absent when nothing is. */
	error?: string | undefined;
	onChange: (id: string) => void;
	'data-inspector-field'?: string;
}) {
	const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.name ?? id;
	const name = nameOf(value);
	const [text, setText] = useState(name);
	// It may become another one from elsewhere, such as by an undo.
	useEffect(() => setText(name), [name]);
	const take = (id: string) => {
		setText(nameOf(id));
		if (id !== value) onChange(id);
	};
	return (
		<ComboBox
			{...rest}
			className="field"
			defaultItems={choices}
			inputValue={text}
			onInputChange={setText}
			selectedKey={choices.some(({ id }) => id === value) ? value : null}
			onSelectionChange={(key) => {
				if (key !== null) take(String(key));
			}}
			allowsCustomValue
			isInvalid={error !== undefined}
			validationBehavior="aria"
			onBlur={(event) => {
				if (!(event.target instanceof HTMLInputElement)) return;
				const typed = event.target.value.trim();
				const known = choices.find((choice) => [choice.id, choice.name].some((one) => isAlike(one, typed)));
				take(known?.id ?? typed);
			}}
		>
			<FieldLabel>{label}</FieldLabel>
			<div className="combo">
				<Input
					className="field-input"
					onFocus={({ target }) => {
						// The list that opens gives the field the focus again, in the middle of a word.
						if (target.value === name) target.select();
					}}
				/>
				<AriaButton className="combo-button">
					<Icon of={ChevronDown} />
				</AriaButton>
			</div>
			<FieldError className="field-error">{error}</FieldError>
			<Popover className="combo-popover" offset={4}>
				<ListBox<NamedChoice> className="select-list">
					{(choice) => (
						<ListBoxItem id={choice.id} className="select-option" textValue={choice.name}>
							{choice.name}
						</ListBoxItem>
					)}
				</ListBox>
			</Popover>
		</ComboBox>
	);
}

function isAlike(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}
