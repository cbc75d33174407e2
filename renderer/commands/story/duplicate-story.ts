import { Copy } from 'lucide-react';
import { deskCommand, storyOf, whenReadOnly } from '../command.ts';

/** Copies a story into a new draft. */
export const duplicateStory = deskCommand('story.duplicate', {
	icon: Copy,
	disabledReason: whenReadOnly,
	run: async (context) => {
		const story = storyOf(context);
		if (story !== null) await context.workspace.duplicateStory(story.id);
	},
});
