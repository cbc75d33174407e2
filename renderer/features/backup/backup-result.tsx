import type { BackupReport } from '#shared/contract/backup.ts';
import { useHost } from '../../host/host-context.tsx';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { backedUpWords, leftOutWords } from './backup-words.ts';
import './backup.css';

const mostNamed = 8;

/** What a backup holds, and what it does not. */
export function BackupResult({
	report,
	canReveal,
	onClose,
}: {
	report: BackupReport;
	canReveal: boolean;
	onClose: () => void;
}) {
	const host = useHost();
	const { state } = useNewsroom();
	const { leftOut } = report;
	const reveal = async () => {
		const result = await host.dialogs.revealFolder({ path: report.file.replace(/[\\/][^\\/]*$/, '') });
		if (!result.ok) showToast(result.failure.message);
	};
	return (
		<Dialog
			title={backedUpWords(report, state.newsroom.locale)}
			intro={<span className="backup-path">To {report.file}</span>}
			onClose={onClose}
			foot={
				<>
					{canReveal ? (
						<Button kind="bordered" onPress={() => void reveal()}>
							Show the folder
						</Button>
					) : null}
					<DialogSpace />
					<Button kind="primary" onPress={onClose} autoFocus>
						Done
					</Button>
				</>
			}
		>
			{leftOut.length === 0 ? undefined : (
				<div role="alert">
					<p>{leftOut.length === 1 ? 'One thing is not in it:' : `${leftOut.length} things are not in it:`}</p>
					<ul className="backup-left-out">
						{leftOut.slice(0, mostNamed).map((one) => (
							<li key={one.path}>{leftOutWords(one)}</li>
						))}
						{leftOut.length > mostNamed ? <li>And {leftOut.length - mostNamed} more.</li> : null}
					</ul>
				</div>
			)}
		</Dialog>
	);
}
