import { FolderOpen } from 'lucide-react';
import { useHost } from '../../host/host-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './welcome.css';

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
	const pick = async () => {
		const result = await host.dialogs.pickFolder({ title, startAt: value === '' ? null : value });
		if (result.ok && result.value !== null) onChange(result.value.path);
	};
	return (
		<div className="folder-row">
			<TextField
				label={label}
				value={value}
				onChange={onChange}
				error={error}
				note={note}
				placeholder="/home/you/newsroom"
				autoComplete="off"
				spellCheck="false"
				autoFocus={autoFocus}
			/>
			{canPick ? (
				<Button kind="bordered" icon={FolderOpen} onPress={() => void pick()}>
					Choose…
				</Button>
			) : null}
		</div>
	);
}
