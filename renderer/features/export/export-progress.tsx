import type { JobState } from '#shared/contract/export.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Progress } from '../../ui/display/progress.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';

/** An export on its way, with the way to stop it. */
export function ExportProgress({
	run,
	onCancel,
}: {
	run: Extract<JobState, { kind: 'running' }>;
	onCancel: () => void;
}) {
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
			<Progress
				label="Export"
				done={run.done}
				total={run.total}
				note={run.total === 0 ? 'Galley reads the stories.' : `${run.done} of ${run.total}`}
			/>
		</Dialog>
	);
}
