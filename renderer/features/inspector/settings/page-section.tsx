import { articleFields } from '#shared/document/fields.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { Select } from '../../../ui/controls/select.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
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
