import { useState } from 'react';
import { TextField } from '../../ui/controls/text-field.tsx';

/**
 * A text field whose value must have a form, such as a web address. What does not fit yet is kept here and shown
 * with its problem; it reaches the story as soon as it fits, and an undo of the story replaces it.
 */
export function DraftField({
	label,
	labelHidden = false,
	value,
	problemOf,
	onChange,
	note,
	placeholder,
	isReadOnly = false,
}: {
	label: string;
	labelHidden?: boolean;
	value: string;
	/** What is wrong with a text, as a sentence; null when the story can take it. */
	problemOf: (text: string) => string | null;
	onChange: (value: string) => void;
	note?: string | undefined;
	placeholder?: string | undefined;
	isReadOnly?: boolean;
}) {
	const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null);
	const [isTyping, setTyping] = useState(false);
	// A draft belongs to the value that it was typed over; once that changes, the draft is out of date.
	const text = draft?.over === value ? draft.text : value;
	const problem = text === value ? null : problemOf(text);
	return (
		<TextField
			label={label}
			labelHidden={labelHidden}
			value={text}
			isReadOnly={isReadOnly}
			note={note}
			placeholder={placeholder}
			// Nobody is told that an address is wrong while it is still being typed.
			error={isTyping ? undefined : (problem ?? undefined)}
			onFocusChange={setTyping}
			onChange={(typed) => {
				if (problemOf(typed) !== null) return setDraft({ text: typed, over: value });
				setDraft(null);
				onChange(typed);
			}}
		/>
	);
}
