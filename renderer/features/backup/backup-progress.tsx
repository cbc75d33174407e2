import { Button } from '../../ui/controls/button.tsx';
import { Progress } from '../../ui/display/progress.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';

/** A backup or a restore on its way, with the way to stop it. */
export function BackupProgress({
	title,
	cancelLabel,
	run,
	stages,
	onCancel,
}: {
	title: string;
	cancelLabel: string;
	run: { readonly done: number; readonly total: number };
	/** What is done in the first half of the work, and in the second. */
	stages: readonly [string, string];
	onCancel: () => void;
}) {
	const { done, total } = run;
	const stage = done * 2 <= total ? stages[0] : stages[1];
	return (
		<Dialog
			title={title}
			dismissable={false}
			onClose={onCancel}
			foot={
				<>
					<DialogSpace />
					<Button kind="bordered" onPress={onCancel}>
						{cancelLabel}
					</Button>
				</>
			}
		>
			<Progress label={title} done={done} total={total} note={stage} />
		</Dialog>
	);
}
