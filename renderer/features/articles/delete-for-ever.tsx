import { useState } from 'react';
import type { TrashedArticle } from '#shared/contract/articles.ts';
import type { Failure } from '#shared/failure.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { storyName } from './list/story-name.ts';

/** Asks before stories are deleted for ever, naming the one or how many. */
export function DeleteForEver({
	stories,
	locale,
	onDelete,
	onClose,
}: {
	/** Those that were shown when the question was asked. */
	stories: readonly TrashedArticle[];
	locale: string;
	/** Deletes them; answers why none could be, or null. */
	onDelete: () => Promise<Failure | null>;
	onClose: () => void;
}) {
	const [busy, setBusy] = useState(false);
	const [failure, setFailure] = useState<Failure | null>(null);
	const [only] = stories;
	const count = stories.length === 1 ? '1 story' : `${stories.length.toLocaleString(locale)} stories`;
	const remove = async () => {
		setBusy(true);
		const outcome = await onDelete();
		setBusy(false);
		setFailure(outcome);
	};
	return (
		<Dialog
			title={
				stories.length === 1 && only !== undefined ? `Delete ${storyName(only)} for ever?` : `Delete ${count} for ever?`
			}
			intro={`${stories.length === 1 ? 'It leaves' : 'They leave'} the trash and cannot be restored from there any more.`}
			dismissable={!busy}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose} autoFocus>
						Cancel
					</Button>
					<Button
						kind="danger"
						disabledReason={busy ? 'The stories are being deleted.' : undefined}
						onPress={() => void remove()}
					>
						{`Delete ${count}`}
					</Button>
				</>
			}
		>
			{failure === null ? undefined : (
				<p className="list-note" data-kind="failure" role="alert">
					{failure.message}
				</p>
			)}
		</Dialog>
	);
}
