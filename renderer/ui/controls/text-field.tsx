import {
	TextField as AriaTextField,
	type TextFieldProps as AriaTextFieldProps,
	FieldError,
	Input,
	Text,
	TextArea,
} from 'react-aria-components';
import { FieldLabel } from './field-label.tsx';
import './text-field.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'isInvalid'> {
	readonly label: string;
	/** Hides the label from view; a screen reader still reads it. */
	readonly labelHidden?: boolean;
	readonly note?: string | undefined;
	/** What is wrong, as a sentence; absent when nothing is. */
	readonly error?: string | undefined;
	readonly placeholder?: string | undefined;
	/** More than one makes a field of several lines. */
	readonly rows?: number;
}

/** A text field with its label, a note and its problem. */
export function TextField({ label, labelHidden = false, note, error, placeholder, rows = 1, ...rest }: TextFieldProps) {
	const hint = placeholder === undefined ? {} : { placeholder };
	return (
		<AriaTextField {...rest} className="field" isInvalid={error !== undefined} validationBehavior="aria">
			<FieldLabel hidden={labelHidden}>{label}</FieldLabel>
			{rows > 1 ? (
				<TextArea className="field-input" rows={rows} {...hint} />
			) : (
				<Input className="field-input" {...hint} />
			)}
			{note === undefined || error !== undefined ? null : (
				<Text slot="description" className="field-note">
					{note}
				</Text>
			)}
			<FieldError className="field-error">{error}</FieldError>
		</AriaTextField>
	);
}
