import { FileText } from 'lucide-react';
import { exportStories } from '../commands/newsroom/export-stories.ts';
import { newStory } from '../commands/story/new-story.ts';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { CommandButton } from './command-button.tsx';
import { StoryTabs } from './workspace/story-tabs.tsx';

/** The place of the open story while none is. */
export function NoStory() {
	return (
		<div className="pane pane-desk" data-pane="story">
			<div className="desk-head" data-empty="">
				<StoryTabs />
				<div className="desk-head-actions">
					<CommandButton command={exportStories} kind="primary" />
				</div>
			</div>
			<EmptyState
				icon={FileText}
				action={
					<CommandButton command={newStory} kind="bordered">
						Begin a story
					</CommandButton>
				}
			>
				Choose a story from the list, or begin a new one.
			</EmptyState>
		</div>
	);
}
