import type { Command } from './command.ts';

/** Copies the story in front into a new draft. */
export const duplicateStory: Command = {
	id: 'story.duplicate',
	label: 'Duplicate story',
	keywords: ['copy', 'clone'],
	shortcut: null,
	enabled: ({ workspace }) => workspace.activeSession !== null,
	run: async ({ workspace }) => {
		const session = workspace.activeSession;
		if (session !== null) await workspace.duplicateStory(session.id);
	},
};
