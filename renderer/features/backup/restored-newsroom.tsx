import { useEffect, useRef, useState } from 'react';
import type { RestoreReport } from '#shared/contract/backup.ts';
import type { Failure } from '#shared/failure.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { countFiles } from './backup-words.ts';
import './backup.css';

/** Opens a newsroom that was brought back, and says why when it does not open. */
export function RestoredNewsroom({
	report,
	onOpen,
	onClose,
}: {
	report: RestoreReport;
	onOpen: (path: string) => Promise<Failure | null>;
	onClose: () => void;
}) {
	const [failure, setFailure] = useState<Failure | null>(null);
	const begun = useRef(false);
	const { folder, newsroom, files } = report;
	useEffect(() => {
		if (begun.current) return;
		begun.current = true;
		void onOpen(folder).then((outcome) => {
			setFailure(outcome);
			if (outcome !== null) return;
			showToast(`“${newsroom}” is restored: ${countFiles(files, 'en')}, all as they were.`);
			onClose();
		});
	}, [folder, newsroom, files, onOpen, onClose]);
	return (
		<Dialog
			title="The newsroom is restored"
			intro={
				<span className="backup-path">{failure === null ? `Galley opens ${folder}.` : `It lies in ${folder}.`}</span>
			}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button kind="bordered" onPress={onClose} autoFocus>
						Close
					</Button>
				</>
			}
		>
			{failure === null ? undefined : (
				<p className="backup-failure" role="alert">
					{failure.message}
				</p>
			)}
		</Dialog>
	);
}
