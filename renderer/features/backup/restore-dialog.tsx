import { type FormEvent, useState } from 'react';
import type { HostCapabilities } from '#shared/contract/newsroom.ts';
import type { Failure } from '#shared/failure.ts';
import { useHost } from '../../host/host-context.tsx';
import { useJob } from '../../session/basics/use-job.ts';
import { Button } from '../../ui/controls/button.tsx';
import { PathField } from '../../ui/controls/path-field.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { BackupProgress } from './backup-progress.tsx';
import { RestoredNewsroom } from './restored-newsroom.tsx';

const formId = 'restore-form';

/** Asks for a backup and a folder, brings the newsroom back there, and opens it. */
export function RestoreDialog({
	capabilities,
	onOpen,
	onClose,
}: {
	capabilities: HostCapabilities;
	/** Opens a newsroom; answers why not, or null when it is open. */
	onOpen: (path: string) => Promise<Failure | null>;
	onClose: () => void;
}) {
	const host = useHost();
	const [file, setFile] = useState('');
	const [folder, setFolder] = useState('');
	const [asked, setAsked] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const { run, start, cancel } = useJob(host);

	const onSubmit = (event: FormEvent) => {
		event.preventDefault();
		setAsked(true);
		setProblem(null);
		if (file.trim() === '' || folder.trim() === '') return;
		void start(() => host.backup.restore({ file: file.trim(), folder: folder.trim() }));
	};
	const pickFile = async () => {
		const result = await host.dialogs.pickFile({ title: 'Choose a backup', endings: ['zip'] });
		if (!result.ok) setProblem(result.failure.message);
		else if (result.value !== null) setFile(result.value.path);
	};
	const pickFolder = async () => {
		const title = 'Choose an empty folder for the newsroom';
		const result = await host.dialogs.pickFolder({ title, startAt: folder.trim() === '' ? null : folder.trim() });
		if (!result.ok) setProblem(result.failure.message);
		else if (result.value !== null) setFolder(result.value.path);
	};

	if (run.kind === 'running')
		return (
			<BackupProgress
				title="Restoring…"
				cancelLabel="Cancel the restoring"
				run={run}
				stages={['Galley checks every file of the backup.', 'Galley writes the newsroom.']}
				onCancel={() => void cancel()}
			/>
		);
	if (run.kind === 'restored') return <RestoredNewsroom report={run.report} onOpen={onOpen} onClose={onClose} />;
	const failed = run.kind === 'failed' ? run.failure.message : problem;
	return (
		<Dialog
			title="Restore a backup"
			intro={
				run.kind === 'cancelled'
					? 'The restoring was cancelled, and nothing was written.'
					: 'Brings a newsroom back in a folder of its own. Every file of the backup is checked before anything is written.'
			}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button kind="primary" type="submit" form={formId}>
						Restore
					</Button>
				</>
			}
		>
			<form id={formId} className="path-form" onSubmit={onSubmit}>
				<PathField
					label="Backup file"
					value={file}
					onChange={setFile}
					error={asked && file.trim() === '' ? 'Say which backup to restore.' : undefined}
					note="The zip file that Galley wrote."
					placeholder="/media/backups/newsroom.zip"
					autoFocus
					onPick={capabilities.pickFile ? () => void pickFile() : null}
				/>
				<PathField
					label="New folder"
					value={folder}
					onChange={setFolder}
					error={asked && folder.trim() === '' ? 'Say where the newsroom is to be.' : undefined}
					note="A folder that is empty or does not exist yet."
					placeholder="/home/you/newsroom"
					onPick={capabilities.pickFolder ? () => void pickFolder() : null}
				/>
				{failed === null ? null : (
					<p className="backup-failure" role="alert">
						{failed}
					</p>
				)}
			</form>
		</Dialog>
	);
}
