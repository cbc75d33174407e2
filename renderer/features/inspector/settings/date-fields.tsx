import { statusChangeWords } from '#shared/document/field-words.ts';
import { articleFields, partLabel } from '#shared/document/fields.ts';
import type { Article } from '#shared/model/article.ts';
import { toLine } from '#shared/model/text.ts';
import { zoneName } from '#shared/text/format-date.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { MomentField } from '../../../ui/controls/moment/moment-field.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { StatusDot } from '../../../ui/display/status-dot.tsx';
import { fieldMark } from '../field-focus.ts';

/** When the story is published, and not before when. */
export function DateFields({ session }: { session: StorySession }) {
	const dates = useField(session, 'dates');
	const { newsroom } = useNewsroom().state;
	// The present dates are read at the moment of the change, so that a save in between is not undone by it.
	const change = (part: Partial<Article['dates']>) =>
		session.setField('dates', { ...session.getField('dates'), ...part });
	return (
		<div {...fieldMark('dates')}>
			<p className="inspector-note">{`${zoneName(newsroom.timeZone)} time`}</p>
			<div className="inspector-rows">
				<MomentField
					label={partLabel('dates.published')}
					value={dates.published}
					clock={newsroom}
					onChange={(published) => change({ published })}
				/>
				<MomentField
					label={partLabel('dates.scheduled')}
					value={dates.scheduled}
					clock={newsroom}
					onChange={(scheduled) => change({ scheduled })}
				/>
				<MomentField
					label={partLabel('dates.embargo')}
					value={dates.embargo}
					clock={newsroom}
					onChange={(embargo) => change({ embargo })}
				/>
				<EmbargoFields session={session} isTimed={dates.embargo !== null} />
			</div>
			<StatusSteps session={session} />
		</div>
	);
}

/** Whether the embargo lasts until somebody lifts it, and why there is one. */
function EmbargoFields({ session, isTimed }: { session: StorySession; isTimed: boolean }) {
	const embargo = useField(session, 'embargo');
	const change = (part: Partial<Article['embargo']>) =>
		session.setField('embargo', { ...session.getField('embargo'), ...part });
	return (
		<div className="inspector-embargo" {...fieldMark('embargo')}>
			<Switch
				label="Embargo until lifted"
				isSelected={embargo.untilLifted}
				onChange={(untilLifted) => change({ untilLifted })}
			/>
			{isTimed || embargo.untilLifted || embargo.reason !== '' ? (
				<TextField
					label="Reason for the embargo"
					labelHidden
					placeholder="Why, for the newsroom only"
					value={embargo.reason}
					onChange={(reason) => change({ reason: toLine(reason) })}
				/>
			) : null}
		</div>
	);
}

/** So many of the last steps are shown. */
const shownSteps = 4;

/** Who brought the story where it is on its way to the reader, and when; the last step first. */
function StatusSteps({ session }: { session: StorySession }) {
	const steps = useField(session, 'statusHistory');
	const { newsroom } = useNewsroom().state;
	if (steps.length === 0) return null;
	return (
		<ul className="status-steps" aria-label={articleFields.statusHistory.label}>
			{steps
				.slice(-shownSteps)
				.reverse()
				.map((step) => (
					<li key={`${step.date} ${step.status}`} dir="auto">
						<StatusDot status={step.status} />
						{statusChangeWords(step, newsroom)}
					</li>
				))}
		</ul>
	);
}
