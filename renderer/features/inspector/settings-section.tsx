import type { Article } from '#shared/model/article.ts';
import { useNewsroom } from '../../desk/newsroom-context.tsx';
import type { StorySession } from '../../desk/story-session.ts';
import { useField } from '../../desk/use-story.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { fieldMark } from './field-focus.ts';
import { MomentField } from './moment-field.tsx';
import { Section } from './section.tsx';
import { zoneName } from './zoned-time.ts';

/** The switches of the story's page: Trending, the newsletter box, comments. */
export function PageSection({ session }: { session: StorySession }) {
	const trending = useField(session, 'trending');
	const newsletter = useField(session, 'newsletter');
	const comments = useField(session, 'comments');
	return (
		<Section title="On the page">
			<div className="inspector-rows" {...fieldMark('trending')}>
				<Switch label="Trending" isSelected={trending} onChange={(on) => session.setField('trending', on)} />
				<Switch label="Newsletter box" isSelected={newsletter} onChange={(on) => session.setField('newsletter', on)} />
				<div className="inspector-row">
					<span aria-hidden="true">Comments</span>
					<Select
						label="Comments"
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

/** When the story is published, and not before when. */
export function DatesSection({ session }: { session: StorySession }) {
	const dates = useField(session, 'dates');
	const { timeZone } = useNewsroom().state.newsroom;
	// The present dates are read at the moment of the change, so that a save in between is not undone by it.
	const change = (part: Partial<Article['dates']>) =>
		session.setField('dates', { ...session.getField('dates'), ...part });
	return (
		<Section title="Dates" note={`${zoneName(timeZone)} time`} field="dates">
			<div className="inspector-rows">
				<MomentField label="Publish date" value={dates.published} onChange={(published) => change({ published })} />
				<MomentField label="Schedule" value={dates.scheduled} onChange={(scheduled) => change({ scheduled })} />
				<MomentField label="Embargo" value={dates.embargo} onChange={(embargo) => change({ embargo })} />
			</div>
		</Section>
	);
}
