import { Trash2 } from 'lucide-react';
import { deskCommand, storyOf, whenNoStory } from '../command.ts';

/** Moves a story to the trash. */
export const trashStory = deskCommand('story.trash', {
	icon: Trash2,
	disabledReason: (context) => whenNoStory(context) ?? context.workspace.getState().readOnly,
	run: async (context) => {
		const story = storyOf(context);
		if (story !== null) await context.workspace.trashStory(story.id, story.headline);
	},
});
