import { Archive, FilePen, FileX, Lock } from 'lucide-react';
import { publishStory } from '../commands/story/publish-story.ts';
import { withdrawStory } from '../commands/story/withdraw-story.ts';
import { ConflictPanel } from '../features/conflict/conflict-panel.tsx';
import { withdrawnWords } from '../features/publish/withdraw/withdraw-words.ts';
import { useNewsroom } from '../session/newsroom-context.tsx';
import type { StorySession } from '../session/story-session.ts';
import { useField, useHasChanges, useSaveState } from '../session/use-story.ts';
import { Button } from '../ui/controls/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { CommandButton } from './command-button.tsx';
import { useWorkspace } from './workspace/use-workspace.ts';

/** Above a story that cannot simply be saved: why, and the ways out. */
export function StoryBanner({ session }: { session: StorySession }) {
	const workspace = useWorkspace();
	const state = useSaveState(session);
	const hasChanges = useHasChanges(session);
	const withdrawal = useField(session, 'withdrawal');
	const { newsroom } = useNewsroom().state;
	switch (state.kind) {
		case 'conflict':
			return <ConflictPanel session={session} collisions={state.collisions} />;
		case 'gone':
			return (
				<div className="story-banner" role="alert">
					<Icon of={FileX} />
					<p className="story-banner-text">
						<strong>This story cannot be saved.</strong> {state.reason}
					</p>
					<Button kind="bordered" onPress={() => void workspace.closeStory(session.id, true)}>
						Close story
					</Button>
				</div>
			);
		case 'readOnly':
			return (
				<div className="story-banner" role="status">
					<Icon of={Lock} />
					<p className="story-banner-text">
						<strong>For reading only.</strong> {state.reason}
					</p>
				</div>
			);
		case 'saved':
		case 'dirty':
		case 'saving':
		case 'failed':
			if (withdrawal !== null)
				return (
					<div className="story-banner" data-quiet="" role="status">
						<Icon of={Archive} />
						<p className="story-banner-text">{withdrawnWords(withdrawal, newsroom)}</p>
						<CommandButton command={withdrawStory} kind="bordered">
							{withdrawal.kind === 'unstated' ? 'Give a reason' : 'Change'}
						</CommandButton>
					</div>
				);
			return hasChanges ? (
				<div className="story-banner" data-quiet="" role="status">
					<Icon of={FilePen} />
					<p className="story-banner-text">Published, with changes that are not live.</p>
					<CommandButton command={publishStory} kind="bordered">
						Compare and publish
					</CommandButton>
				</div>
			) : null;
	}
}
