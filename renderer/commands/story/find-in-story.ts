import { TextSearch } from 'lucide-react';
import { toolsOf, whenNotShown } from '../../features/editor/commands/story-tools.ts';
import { deskCommand, whenNoStory } from '../command.ts';

/** Finds words in the story in front, and replaces them. */
export const findInStory = deskCommand('story.find', {
	icon: TextSearch,
	disabledReason: (context) => {
		const { activeSession } = context.workspace;
		return activeSession === null ? whenNoStory(context) : whenNotShown(activeSession.editor);
	},
	run: ({ workspace: { activeSession } }) => {
		if (activeSession !== null) toolsOf(activeSession.editor)?.find();
	},
});
