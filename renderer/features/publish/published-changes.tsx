import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useHost } from '../../host/host-context.tsx';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useArticle, useField } from '../../session/use-story.ts';
import { useTargets, writtenTargets } from '../../session/use-targets.ts';
import { Button } from '../../ui/controls/button.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { publish } from './publish.ts';
import type { ChangesProps, PublishProps } from './publish-props.ts';
import { PublishWindow } from './publish-window.tsx';
import { noteOf, ReaderNoteFields, silentFix } from './reader-note-fields.tsx';
import { StillSaidList } from './still-said-list.tsx';
import { TargetsNote } from './targets-note.tsx';
import { usePublishing } from './use-publishing.ts';

/** What a published story has that readers do not have yet, to be published, discarded, or taken back part by part. */
export function PublishedChanges({
	session,
	comparison,
	onGoTo,
	onOpen,
	onClose,
	onPublished,
}: PublishProps & Pick<ChangesProps, 'comparison' | 'onOpen'>) {
	const host = useHost();
	const { id } = session;
	const ask = useCallback(async () => {
		// What was typed a moment ago is a change too.
		await session.flush();
		return host.articles.live({ id });
	}, [host, id, session]);
	const { value, failure, loading } = useAnswer(ask);
	const publishing = usePublishing(session);
	const { readOnly, blocked } = publishing;
	const notes = useField(session, 'notes');
	const ignoredWords = useField(session, 'ignoredWords');
	const targetWords = useField(session, 'targetWords');
	// They are for nobody but the newsroom: they are no change for readers, and stay when one is discarded.
	const live = useMemo(
		() => (value?.article == null ? null : { ...value.article, notes, ignoredWords, targetWords }),
		[value, notes, ignoredWords, targetWords],
	);

	const article = useDeferredValue(useArticle(session));
	const [choice, setChoice] = useState(silentFix);
	const note = useMemo(() => noteOf(choice, live, article), [choice, live, article]);
	const isUntold = 'text' in note && note.text.trim() === '';

	const run = async () => {
		if (!(await publishing.run(() => publish(host, session, note)))) return;
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
	const targets = useTargets();
	const places = writtenTargets(targets);
	// What is not shown yet would move the buttons, and is not to be decided on.
	const looking = loading ? 'Galley looks at what has changed.' : undefined;
	const undiscardable = readOnly ?? (live === null ? 'Nothing can be discarded.' : undefined);

	return (
		<PublishWindow
			title="Changes that are not live"
			intro="Readers have the version from before these changes until you publish them."
			size="wide"
			session={session}
			publishing={publishing}
			lead={
				<Button
					kind="bordered"
					{...(undiscardable === undefined ? {} : { disabledReason: undiscardable })}
					onPress={discard}
				>
					Discard changes
				</Button>
			}
			action={places === null ? 'Publish changes' : `Publish changes to ${places}`}
			blocked={blocked ?? looking ?? (isUntold ? 'Write what readers are told.' : undefined)}
			onAction={() => void run()}
			onGoTo={onGoTo}
			onClose={onClose}
		>
			<section className="publish-changes" aria-label="What readers will see change" aria-busy={loading}>
				{failure !== null ? (
					<p className="publish-refusal" role="alert">
						{failure.message}
					</p>
				) : live !== null ? (
					comparison(live, readOnly)
				) : loading ? null : (
					<p>Nothing is left to publish: readers have the story as it is.</p>
				)}
			</section>
			{live === null ? null : (
				<>
					<StillSaidList live={live} article={article} onGoTo={onGoTo} onOpen={onOpen} />
					<ReaderNoteFields choice={choice} note={note} article={article} onChange={setChoice} />
					<TargetsNote targets={targets} />
				</>
			)}
		</PublishWindow>
	);
}
