import { useCallback, useState } from 'react';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useProblems } from '../../session/use-problems.ts';
import { useReadOnly } from '../../session/use-story.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { publish } from './publish.ts';
import { PublishProblems } from './publish-problems.tsx';
import type { PublishProps, ShowChanges } from './publish-props.ts';

/** What a published story has that readers do not have yet, to be published, discarded, or taken back part by part. */
export function PublishedChanges({
	session,
	comparison,
	onGoTo,
	onClose,
	onPublished,
}: PublishProps & { comparison: ShowChanges }) {
	const host = useHost();
	const { id } = session;
	const ask = useCallback(async () => {
		// What was typed a moment ago is a change too.
		await session.flush();
		return host.articles.live({ id });
	}, [host, id, session]);
	const { value, failure } = useAnswer(ask);
	const readOnly = useReadOnly(session) ?? undefined;
	const problems = useProblems(session);
	const [publishing, setPublishing] = useState(false);
	const [refusal, setRefusal] = useState<string | null>(null);
	const live = value?.article ?? null;

	const run = async () => {
		setPublishing(true);
		const problem = await publish(host, session);
		setPublishing(false);
		if (problem !== null) return setRefusal(problem);
		onClose();
		onPublished();
	};
	const discard = () => {
		if (live === null) return;
		const before = session.getArticle();
		session.takeBack({ before: live, after: before });
		onClose();
		showToast('The story is again what readers have.', {
			label: 'Undo',
			run: () => session.takeBack({ before, after: session.getArticle() }),
		});
	};
	const hasErrors = problems.some(({ severity }) => severity === 'error');
	const blocked =
		readOnly ??
		(publishing ? 'The changes are being published.' : hasErrors ? 'The story has errors; fix them first.' : undefined);
	const undiscardable = readOnly ?? (live === null ? 'Nothing can be discarded.' : undefined);

	return (
		<Dialog
			title="Changes that are not live"
			intro="Readers have the version from before these changes until you publish them."
			size="wide"
			onClose={onClose}
			foot={
				<>
					<Button
						kind="bordered"
						{...(undiscardable === undefined ? {} : { disabledReason: undiscardable })}
						onPress={discard}
					>
						Discard changes
					</Button>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button
						kind="primary"
						{...(blocked === undefined ? {} : { disabledReason: blocked })}
						onPress={() => void run()}
					>
						Publish changes
					</Button>
				</>
			}
		>
			{refusal === null ? null : (
				<p className="publish-refusal" role="alert">
					{refusal}
				</p>
			)}
			<PublishProblems problems={problems} onGoTo={onGoTo} />
			<section
				className="publish-changes"
				aria-label="What readers will see change"
				aria-busy={value === null && failure === null}
			>
				{failure !== null ? (
					<p className="publish-refusal" role="alert">
						{failure.message}
					</p>
				) : live !== null ? (
					comparison(live, readOnly)
				) : value === null ? null : (
					<p>Nothing is left to publish: readers have the story as it is.</p>
				)}
			</section>
		</Dialog>
	);
}
