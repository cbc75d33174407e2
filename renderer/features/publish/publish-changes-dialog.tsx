import { CircleX } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import type { Article } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useProblems } from '../../session/use-problems.ts';
import { useReadOnly } from '../../session/use-story.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { publishChanges } from './publish-changes.ts';
import './publish.css';

/** What a published story has that readers do not have yet, to be published, discarded, or taken back part by part. */
export function PublishChangesDialog({
	session,
	comparison,
	onGoTo,
	onClose,
}: {
	session: StorySession;
	/** How the story differs from its live version, with a way back for each part. */
	comparison: (live: Article, readOnly: string | undefined) => ReactNode;
	onGoTo: (where: FieldRef) => void;
	onClose: () => void;
}) {
	const host = useHost();
	const { id } = session;
	const ask = useCallback(async () => {
		// What was typed a moment ago is a change too.
		await session.flush();
		return host.articles.live({ id });
	}, [host, id, session]);
	const { value, failure } = useAnswer(ask);
	const readOnly = useReadOnly(session) ?? undefined;
	const errors = useProblems(session).filter(({ severity }) => severity === 'error');
	const [publishing, setPublishing] = useState(false);
	const [refusal, setRefusal] = useState<string | null>(null);
	const live = value?.article ?? null;

	const publish = async () => {
		setPublishing(true);
		const problem = await publishChanges(host, session);
		setPublishing(false);
		if (problem !== null) return setRefusal(problem);
		onClose();
		showToast('Published. Readers get the changes with the next export.');
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
	const blocked =
		readOnly ??
		(publishing
			? 'The changes are being published.'
			: errors.length > 0
				? 'The story has errors; fix them first.'
				: undefined);

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
						{...(readOnly === undefined && live !== null
							? {}
							: { disabledReason: readOnly ?? 'Nothing can be discarded.' })}
						onPress={discard}
					>
						Discard changes
					</Button>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button
						kind="primary"
						{...(blocked === undefined ? {} : { disabledReason: blocked })}
						onPress={() => void publish()}
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
			{errors.length === 0 ? null : (
				<ul className="publish-errors" aria-label="Errors">
					{errors.map(({ check, message, where }) => (
						<li key={`${check} ${JSON.stringify(where)}`}>
							<Icon of={CircleX} />
							<span dir="auto">{message}</span>
							<Button
								kind="link"
								onPress={() => {
									onClose();
									onGoTo(where);
								}}
							>
								Fix
							</Button>
						</li>
					))}
				</ul>
			)}
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
