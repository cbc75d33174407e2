import { type FormEvent, useState } from 'react';
import { useHost } from '../../host/host-context.tsx';
import { useJob } from '../../session/basics/use-job.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { PathField } from '../../ui/controls/path-field.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { BackupProgress } from './backup-progress.tsx';
import { BackupResult } from './backup-result.tsx';
import { suggestedBackup, zipPath } from './backup-words.ts';

export interface BackupDialogProps {
	/** Whether the host has a window of the system to name a file in. */
	readonly canPick: boolean;
	readonly canReveal: boolean;
	/** Saves every open story; whether all of them are saved. */
	readonly saveAll: () => Promise<boolean>;
	readonly onClose: () => void;
}

const formId = 'backup-form';

/** Asks where the backup goes, makes it, and says what it holds. */
export function BackupDialog({ canPick, canReveal, saveAll, onClose }: BackupDialogProps) {
	const host = useHost();
	const { state } = useNewsroom();
	const [typed, setTyped] = useState(() => suggestedBackup(state.path, new Date()));
	/** The file that the editor agreed to replace, here or in the system's own window. */
	const [agreed, setAgreed] = useState<string | null>(null);
	const [problem, setProblem] = useState<string | undefined>(undefined);
	const [unsaved, setUnsaved] = useState(false);
	const [saving, setSaving] = useState(false);
	const { run, start, cancel, reset } = useJob(host);
	const file = zipPath(typed);

	const change = (path: string) => {
		setTyped(path);
		setProblem(undefined);
	};
	const backUp = async (replace: boolean) => {
		setSaving(true);
		const saved = await saveAll();
		setSaving(false);
		// Asked once; the second time it is the editor's wish.
		if (!saved && !unsaved) {
			setUnsaved(true);
			return reset();
		}
		return start(() => host.backup.create({ file, replace }));
	};
	const onSubmit = (event: FormEvent) => {
		event.preventDefault();
		if (file === '') setProblem('Say where the backup goes.');
		else if (!saving) void backUp(file === agreed);
	};
	const pick = async () => {
		const result = await host.dialogs.saveFile({ title: 'Back up the newsroom', startAt: file === '' ? null : file });
		if (!result.ok) return setProblem(result.failure.message);
		if (result.value === null) return;
		change(result.value.path);
		// The system's window asked about exactly this file; another ending makes another file.
		setAgreed(result.value.path);
	};

	if (run.kind === 'running')
		return (
			<BackupProgress
				title="Backing up…"
				cancelLabel="Cancel the backup"
				run={run}
				stages={['Galley copies the files.', 'Galley reads the backup back and checks every file.']}
				onCancel={() => void cancel()}
			/>
		);
	if (run.kind === 'backed-up') return <BackupResult report={run.report} canReveal={canReveal} onClose={onClose} />;
	if (run.kind === 'failed' && run.failure.code === 'exists')
		return (
			<Dialog
				title="Replace the file?"
				intro={
					<>
						There is already a file <strong className="backup-path">{file}</strong>. It stays as it is until the new
						backup is whole.
					</>
				}
				onClose={onClose}
				foot={
					<>
						<DialogSpace />
						<Button onPress={reset} autoFocus>
							Choose another name
						</Button>
						<Button
							kind="danger"
							onPress={() => {
								setAgreed(file);
								void backUp(true);
							}}
						>
							Replace the file
						</Button>
					</>
				}
			/>
		);
	const failed = run.kind === 'failed' ? run.failure.message : undefined;
	const notice = run.kind === 'cancelled' ? 'The backup was cancelled, and nothing was written.' : undefined;
	return (
		<Dialog
			title="Back up the newsroom"
			intro={
				notice ??
				'Writes everything in the newsroom into one file: stories, pictures, trash and history. Galley then reads it back and checks it.'
			}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button
						kind="primary"
						type="submit"
						form={formId}
						disabledReason={saving ? 'The open stories are being saved.' : undefined}
					>
						{unsaved ? 'Back up all the same' : 'Back up'}
					</Button>
				</>
			}
		>
			<form id={formId} className="path-form" onSubmit={onSubmit}>
				<PathField
					label="Backup file"
					value={typed}
					onChange={change}
					error={problem}
					note="A place outside the newsroom, best on another disk."
					placeholder="/media/backups/newsroom.zip"
					autoFocus
					onPick={canPick ? () => void pick() : null}
				/>
				{failed === undefined ? null : (
					<p className="backup-failure" role="alert">
						{failed}
					</p>
				)}
				{unsaved ? (
					<p className="backup-failure" role="alert">
						A story is not saved yet. The backup takes what is in its file.
					</p>
				) : null}
			</form>
		</Dialog>
	);
}
