import type { SuggestedStory } from '#shared/contract/suggestions.ts';
import { articleFields } from '#shared/document/fields.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { Section } from '../section.tsx';
import { refuseLink } from './link-rules.ts';
import { OneLink } from './one-link.tsx';
import { SuggestedStories } from './suggested/suggested-stories.tsx';

/** The one story that is offered at the end of the page. */
export function NextReadSection({
	session,
	suggested,
}: {
	session: StorySession;
	/** The story that is offered. */
	suggested: SuggestedStory | undefined;
}) {
	const chosen = useField(session, 'nextRead');
	return (
		<Section title={articleFields.nextRead.label} field="nextRead">
			<OneLink
				self={session.id}
				link={chosen}
				choose="Choose next read"
				clear="Clear next read"
				placement="start"
				refuse={(chosen) => refuseLink(chosen, session.id)}
				onChange={(chosen) => session.setField('nextRead', chosen)}
			/>
			<SuggestedStories
				stories={chosen === null && suggested !== undefined ? [suggested] : []}
				title="Suggested"
				verb="Choose as next read:"
				onTake={(article) => session.setField('nextRead', { article })}
			/>
		</Section>
	);
}
