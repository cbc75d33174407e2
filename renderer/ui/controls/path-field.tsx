import { FolderOpen } from 'lucide-react';
import { Button } from './button.tsx';
import { TextField } from './text-field.tsx';
import './path-field.css';

/** A path: typed, or chosen in the system's own window where the host has one. */
export function PathField({
	label,
	value,
	onChange,
	error,
	note,
	placeholder,
	autoFocus = false,
	onPick,
}: {
	label: string;
	value: string;
	onChange: (path: string) => void;
	error?: string | undefined;
	note?: string | undefined;
	placeholder?: string | undefined;
	autoFocus?: boolean;
	/** Shows the system's window; null where the host has none. */
	onPick: (() => void) | null;
}) {
	return (
		<div className="path-row">
			<TextField
				label={label}
				value={value}
				onChange={onChange}
				error={error}
				note={note}
				placeholder={placeholder}
				autoComplete="off"
				spellCheck="false"
				autoFocus={autoFocus}
			/>
			{onPick === null ? null : (
				<Button kind="bordered" icon={FolderOpen} aria-label={`Choose the ${label.toLowerCase()}`} onPress={onPick}>
					Choose…
				</Button>
			)}
		</div>
	);
}
