import { useState } from 'react';
import { liftFirst, withheldWords } from '#shared/document/withheld-words.ts';
import { withheldAt, withholdingOf } from '#shared/model/withheld.ts';
import { formatMoment } from '#shared/text/format-date.ts';
import { useHost } from '../../host/host-context.tsx';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import { useField } from '../../session/use-story.ts';
import { useTargets, writtenTargets } from '../../session/use-targets.ts';
import { MomentField } from '../../ui/controls/moment/moment-field.tsx';
import { showToast } from '../../ui/overlays/toast.tsx';
import { publish, schedule } from './publish.ts';
import type { FirstProps, PublishProps } from './publish-props.ts';
import { PublishWindow } from './publish-window.tsx';
import { scheduleWords } from './schedule-words.ts';
import { TargetsNote } from './targets-note.tsx';
import { usePublishing } from './use-publishing.ts';

const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const isAhead = (moment: string | null) => moment !== null && Date.parse(moment) > Date.now();

/** Publishes a story that readers do not have, now or at a set time. */
export function FirstPublication({
	session,
	page,
	onGoTo,
	onClose,
	onPublished,
}: PublishProps & Pick<FirstProps, 'page'>) {
	const host = useHost();
	const { newsroom } = useNewsroom().state;
	const dates = useField(session, 'dates');
	const embargo = useField(session, 'embargo');
	const { scheduled } = dates;
	// Whatever time was set, for another may be chosen here.
	const withheld = withheldAt(withholdingOf({ status: 'published', dates, embargo }), new Date());
	const publishing = usePublishing(session);
	const [when, setWhen] = useState(isAhead(scheduled) ? scheduled : null);
	const targets = useTargets();
	const places = writtenTargets(targets);
	const inWords = (moment: string) => formatMoment(new Date(moment), newsroom);

	const publishNow = async () => {
		// A time that is cleared is none any more.
		if (isAhead(scheduled)) session.setField('dates', { ...session.getField('dates'), scheduled: null });
		if (!(await publishing.run(() => publish(host, session)))) return;
		onClose();
		onPublished();
	};
	const setTime = async (moment: string) => {
		if (!(await publishing.run(() => schedule(session, moment)))) return;
		onClose();
		showToast(`It will be published by itself ${inWords(moment)}.`);
	};
	const lift = when === null && embargo.untilLifted ? `It ${liftFirst(embargo.reason)}` : undefined;
	const isOver = when !== null && !isAhead(when);
	return (
		<PublishWindow
			title="Publish this story"
			intro={
				publishing.problems.length === 0
					? 'The checks have nothing to say against it.'
					: 'This is what the checks say about it.'
			}
			size="wide"
			session={session}
			publishing={publishing}
			action={when === null ? (places === null ? 'Publish now' : `Publish 1 story to ${places}`) : 'Schedule'}
			blocked={publishing.blocked ?? lift ?? (isOver ? 'This time is over; clear it to publish now.' : undefined)}
			onAction={() => void (when === null ? publishNow() : setTime(when))}
			onGoTo={onGoTo}
			onClose={onClose}
		>
			{page}
			<div className="publish-when">
				<MomentField label="At a set time" value={when} clock={newsroom} onChange={setWhen} />
				<p className="publish-note">
					{when === null ? 'Without a time it is published now.' : scheduleWords(when, newsroom, ownZone)}
				</p>
				{withheld?.kind === 'embargo' ? (
					<p className="publish-note">It {withheldWords(withheld, newsroom)}; until then readers do not get it.</p>
				) : null}
				<TargetsNote targets={targets} />
			</div>
		</PublishWindow>
	);
}
