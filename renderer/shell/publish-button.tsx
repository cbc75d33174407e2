import { publishStory } from '../commands/story/publish-story.ts';
import type { StorySession } from '../session/story-session.ts';
import { useField, useHasChanges, useReadOnly } from '../session/use-story.ts';
import { CommandButton } from './command-button.tsx';

/** The one blue button of a story: what it takes to readers. */
export function PublishButton({ session }: { session: StorySession }) {
	// Whatever decides whether there is something to publish.
	useField(session, 'status');
	useHasChanges(session);
	useReadOnly(session);
	return <CommandButton command={publishStory} kind="primary" />;
}
