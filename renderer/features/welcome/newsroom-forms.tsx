import { type FormEvent, type ReactNode, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { FolderField } from './folder-field.tsx';
import './welcome.css';

/** Opens or makes a newsroom; answers why not, or null when it is open. */
export type OpenNewsroomAction = (path: string) => Promise<Failure | null>;
export type CreateNewsroomAction = (path: string, name: string) => Promise<Failure | null>;

function useSubmit() {
	const [failure, setFailure] = useState<Failure | null>(null);
	const [busy, setBusy] = useState(false);
	const submit = async (action: () => Promise<Failure | null>) => {
		setBusy(true);
		const outcome = await action();
		setBusy(false);
		setFailure(outcome);
	};
	return { failure, busy, submit, clear: () => setFailure(null) };
}

interface FormProps {
	readonly canPick: boolean;
	readonly autoFocus?: boolean;
	/** A button before the one that goes on. */
	readonly cancel?: ReactNode;
}

/** Asks for the folder of a newsroom to open. */
export function OpenNewsroomForm({
	canPick,
	autoFocus = false,
	cancel,
	onOpen,
}: FormProps & { onOpen: OpenNewsroomAction }) {
	const [path, setPath] = useState('');
	const { failure, busy, submit, clear } = useSubmit();
	const [asked, setAsked] = useState(false);
	const missing = asked && path.trim() === '' ? 'Say which folder to open.' : undefined;
	const onSubmit = (event: FormEvent) => {
		event.preventDefault();
		setAsked(true);
		if (path.trim() !== '') void submit(() => onOpen(path.trim()));
	};
	return (
		<form className="path-form" onSubmit={onSubmit}>
			<FolderField
				label="Folder of the newsroom"
				title="Open a newsroom"
				value={path}
				onChange={(value) => {
					setPath(value);
					clear();
				}}
				note="The folder that holds newsroom.json."
				error={failure?.message ?? missing}
				canPick={canPick}
				autoFocus={autoFocus}
			/>
			<div className="path-form-foot">
				{cancel}
				<Button kind="primary" type="submit" disabledReason={busy ? 'The newsroom is being opened.' : undefined}>
					Open newsroom
				</Button>
			</div>
		</form>
	);
}

/** Asks for the name and the folder of a new newsroom. */
export function NewNewsroomForm({
	canPick,
	autoFocus = false,
	cancel,
	onCreate,
}: FormProps & { onCreate: CreateNewsroomAction }) {
	const [name, setName] = useState('');
	const [path, setPath] = useState('');
	const { failure, busy, submit, clear } = useSubmit();
	const [asked, setAsked] = useState(false);
	const onSubmit = (event: FormEvent) => {
		event.preventDefault();
		setAsked(true);
		if (name.trim() !== '' && path.trim() !== '') void submit(() => onCreate(path.trim(), name.trim()));
	};
	return (
		<form className="path-form" onSubmit={onSubmit}>
			<TextField
				label="Name of the newsroom"
				value={name}
				onChange={setName}
				error={asked && name.trim() === '' ? 'Give the newsroom a name.' : undefined}
				placeholder="The Evening Post"
				autoComplete="off"
				autoFocus={autoFocus}
			/>
			<FolderField
				label="New folder"
				title="Choose a folder for the new newsroom"
				value={path}
				onChange={(value) => {
					setPath(value);
					clear();
				}}
				note="A folder that is empty or does not exist yet."
				error={failure?.message ?? (asked && path.trim() === '' ? 'Say where the newsroom is to be.' : undefined)}
				canPick={canPick}
			/>
			<div className="path-form-foot">
				{cancel}
				<Button
					kind={cancel === undefined ? 'bordered' : 'primary'}
					type="submit"
					disabledReason={busy ? 'The newsroom is being made.' : undefined}
				>
					Make newsroom
				</Button>
			</div>
		</form>
	);
}
