import { ProgressBar } from 'react-aria-components';
import type { JobState } from '#shared/contract/export.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogSpace } from '../../ui/dialog.tsx';

/** An export on its way, with the way to stop it. */
export function ExportProgress({
	run,
	onCancel,
}: {
	run: Extract<JobState, { kind: 'running' }>;
	onCancel: () => void;
}) {
	const share = run.total === 0 ? 0 : Math.round((run.done / run.total) * 100);
	return (
		<Dialog
			title="Exporting…"
			dismissable={false}
			onClose={onCancel}
			foot={
				<>
					<DialogSpace />
					<Button kind="bordered" onPress={onCancel}>
						Cancel the export
					</Button>
				</>
			}
		>
			<ProgressBar className="export-progress" aria-label="Export" value={share}>
				<div className="export-bar">
					<div className="export-bar-fill" style={{ width: `${share}%` }} />
				</div>
				<span className="field-note tabular">
					{run.total === 0 ? 'Galley reads the stories.' : `${run.done} of ${run.total}`}
				</span>
			</ProgressBar>
		</Dialog>
	);
}
