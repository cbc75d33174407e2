import { useState } from 'react';
import { useHost } from '../../host/host-context.tsx';
import { PathField } from '../../ui/controls/path-field.tsx';

/** A folder: typed, or chosen in the system's own window where the host has one. */
export function FolderField({
	label,
	title,
	value,
	onChange,
	error,
	note,
	canPick,
	autoFocus = false,
}: {
	label: string;
	/** The title of the system's window. */
	title: string;
	value: string;
	onChange: (path: string) => void;
	error?: string | undefined;
	note?: string | undefined;
	canPick: boolean;
	autoFocus?: boolean;
}) {
	const host = useHost();
	const [refused, setRefused] = useState<string | undefined>(undefined);
	const change = (path: string) => {
		setRefused(undefined);
		onChange(path);
	};
	const pick = async () => {
		const startAt = value.trim() === '' ? null : value.trim();
		const result = await host.dialogs.pickFolder({ title, startAt });
		if (!result.ok) setRefused(result.failure.message);
		else if (result.value !== null) change(result.value.path);
	};
	return (
		<PathField
			label={label}
			value={value}
			onChange={change}
			error={refused ?? error}
			note={note}
			placeholder="/home/you/newsroom"
			autoFocus={autoFocus}
			onPick={canPick ? () => void pick() : null}
		/>
	);
}
