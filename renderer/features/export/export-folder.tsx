import { FolderOpen } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useHost } from '../../host/host-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';

/** Where the export goes, with the way to another folder. */
export function ExportFolder({ folder, onChange }: { folder: string; onChange: () => void }) {
	return (
		<div className="export-folder">
			<span className="export-folder-path" title={folder}>
				to <strong>{folder}</strong>
			</span>
			<Button kind="bordered" onPress={onChange}>
				Change folder
			</Button>
		</div>
	);
}

/** Asks for the folder of the export. */
export function FolderQuestion({
	folder,
	canPick,
	onFolder,
	onCancel,
}: {
	folder: string | null;
	canPick: boolean;
	onFolder: (folder: string) => void;
	/** Keeps the folder as it was; null where there is none yet. */
	onCancel: (() => void) | null;
}) {
	const host = useHost();
	const [path, setPath] = useState(folder ?? '');
	const [problem, setProblem] = useState<string | undefined>(undefined);
	const onSubmit = (event: FormEvent) => {
		event.preventDefault();
		if (path.trim() === '') setProblem('Say where the export goes.');
		else onFolder(path.trim());
	};
	const pick = async () => {
		const result = await host.dialogs.pickFolder({ title: 'Export to', startAt: folder });
		if (!result.ok) setProblem(result.failure.message);
		else if (result.value !== null) onFolder(result.value.path);
	};
	return (
		<form className="export-ask" onSubmit={onSubmit}>
			<TextField
				label="Folder"
				value={path}
				onChange={(value) => {
					setPath(value);
					setProblem(undefined);
				}}
				error={problem}
				note="Galley makes it when it does not exist, and removes nothing from it that Galley did not write."
				placeholder="/home/you/site/content"
				autoComplete="off"
				spellCheck="false"
				autoFocus
			/>
			<div className="export-folder">
				<Button kind="primary" type="submit">
					Use this folder
				</Button>
				{canPick ? (
					<Button kind="bordered" icon={FolderOpen} onPress={() => void pick()}>
						Choose…
					</Button>
				) : null}
				{onCancel === null ? null : <Button onPress={onCancel}>Keep the folder</Button>}
			</div>
		</form>
	);
}
