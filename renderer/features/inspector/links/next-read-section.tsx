import { articleFields } from '#shared/document/fields.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { useField } from '../../../session/use-story.ts';
import { Section } from '../section.tsx';
import { refuseLink } from './link-rules.ts';
import { OneLink } from './one-link.tsx';

/** The one story that is offered at the end of the page. */
export function NextReadSection({ session }: { session: StorySession }) {
	return (
		<Section title={articleFields.nextRead.label} field="nextRead">
			<OneLink
				self={session.id}
				link={useField(session, 'nextRead')}
				choose="Choose next read"
				clear="Clear next read"
				placement="start"
				refuse={(chosen) => refuseLink(chosen, session.id)}
				onChange={(chosen) => session.setField('nextRead', chosen)}
			/>
		</Section>
	);
}
