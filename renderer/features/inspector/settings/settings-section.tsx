import { statusChangeWords } from '#shared/document/field-words.ts';
import { articleFields, partLabel } from '#shared/document/fields.ts';
import type { Article } from '#shared/model/article.ts';
import { toLine } from '#shared/model/text.ts';
import { zoneName } from '#shared/text/format-date.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { MomentField } from '../../../ui/controls/moment/moment-field.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { TextField } from '../../../ui/controls/text-field.tsx';
import { StatusDot } from '../../../ui/display/status-dot.tsx';
import { fieldMark } from '../field-focus.ts';
import { Section } from '../section.tsx';

/** The switches of the story's page: Trending, the newsletter box, comments. */
export function PageSection({ session }: { session: StorySession }) {
	const comments = useField(session, 'comments');
	return (
		<Section title="On the page">
			<div className="inspector-rows">
				<SwitchField session={session} name="trending" />
				<SwitchField session={session} name="newsletter" />
				<div className="inspector-row" {...fieldMark('comments')}>
					<span aria-hidden="true">{articleFields.comments.label}</span>
					<Select
						label={articleFields.comments.label}
						labelHidden
						value={comments}
						options={[
							{ id: 'open', label: 'Open' },
							{ id: 'closed', label: 'Closed' },
						]}
						onChange={(id) => session.setField('comments', id === 'closed' ? 'closed' : 'open')}
					/>
				</div>
			</div>
		</Section>
	);
}

function SwitchField({ session, name }: { session: StorySession; name: 'trending' | 'newsletter' }) {
	const isOn = useField(session, name);
	return (
		<div {...fieldMark(name)}>
			<Switch label={articleFields[name].label} isSelected={isOn} onChange={(on) => session.setField(name, on)} />
		</div>
	);
}

/** When the story is published, and not before when. */
export function DatesSection({ session }: { session: StorySession }) {
	const dates = useField(session, 'dates');
	const { newsroom } = useNewsroom().state;
	// The present dates are read at the moment of the change, so that a save in between is not undone by it.
	const change = (part: Partial<Article['dates']>) =>
		session.setField('dates', { ...session.getField('dates'), ...part });
	return (
		<Section title={articleFields.dates.label} note={`${zoneName(newsroom.timeZone)} time`} field="dates">
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
		</Section>
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
