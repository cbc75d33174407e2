import { useState } from 'react';
import { formatMoment } from '#shared/text/format-date.ts';
import { useHost } from '../../host/host-context.tsx';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { useProblems } from '../../session/use-problems.ts';
import { useField, useReadOnly } from '../../session/use-story.ts';
import { Button } from '../../ui/controls/button.tsx';
import { MomentField } from '../../ui/controls/moment-field.tsx';
import { Dialog, DialogSpace } from '../../ui/overlays/dialog.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { publish, schedule } from './publish.ts';
import { PublishProblems } from './publish-problems.tsx';
import type { PublishProps } from './publish-props.ts';
import { scheduleWords } from './schedule-words.ts';

const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const isAhead = (moment: string | null) => moment !== null && Date.parse(moment) > Date.now();

/** Publishes a story that readers do not have, now or at a set time. */
export function FirstPublication({ session, onGoTo, onClose, onPublished }: PublishProps) {
	const host = useHost();
	const { newsroom } = useNewsroom().state;
	const { embargo, scheduled } = useField(session, 'dates');
	const readOnly = useReadOnly(session) ?? undefined;
	const problems = useProblems(session);
	const [when, setWhen] = useState(isAhead(scheduled) ? scheduled : null);
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<string | null>(null);
	const inWords = (moment: string) => formatMoment(new Date(moment), newsroom);

	const run = async () => {
		setBusy(true);
		// A time that is cleared is none any more.
		if (when === null && isAhead(scheduled))
			session.setField('dates', { ...session.getField('dates'), scheduled: null });
		const problem =
			when === null
				? await publish(host, session)
				: (await schedule(session, when))
					? null
					: 'The story is not saved yet, so its time is not set.';
		setBusy(false);
		if (problem !== null) return setRefusal(problem);
		onClose();
		if (when === null) onPublished();
		else showToast(`It will be published by itself ${inWords(when)}.`);
	};
	const hasErrors = problems.some(({ severity }) => severity === 'error');
	const blocked =
		readOnly ??
		(busy
			? 'It is being published.'
			: hasErrors
				? 'The story has errors; fix them first.'
				: when !== null && !isAhead(when)
					? 'This time is over; clear it to publish now.'
					: undefined);
	return (
		<Dialog
			title="Publish this story"
			intro={
				problems.length === 0 ? 'The checks have nothing to say against it.' : 'This is what the checks say about it.'
			}
			onClose={onClose}
			foot={
				<>
					<DialogSpace />
					<Button onPress={onClose}>Cancel</Button>
					<Button
						kind="primary"
						{...(blocked === undefined ? {} : { disabledReason: blocked })}
						onPress={() => void run()}
					>
						{when === null ? 'Publish now' : 'Schedule'}
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
			<div className="publish-when">
				<MomentField label="At a set time" value={when} clock={newsroom} onChange={setWhen} />
				<p className="publish-note">
					{when === null ? 'Without a time it is published now.' : scheduleWords(when, newsroom, ownZone)}
				</p>
				{embargo !== null && isAhead(embargo) ? (
					<p className="publish-note">Its embargo keeps it from readers until {inWords(embargo)}.</p>
				) : null}
			</div>
		</Dialog>
	);
}
