import { X } from 'lucide-react';
import { deskCommand, whenNoStory } from '../command.ts';

/** Closes the story in front once it is saved. */
export const closeStory = deskCommand('story.close', {
	icon: X,
	disabledReason: whenNoStory,
	run: async ({ workspace }) => {
		const session = workspace.activeSession;
		if (session !== null) await workspace.closeStory(session.id);
	},
});
