import type { Command } from './command.ts';

/** Closes the story in front once it is saved. */
export const closeStory: Command = {
	id: 'story.close',
	label: 'Close story',
	keywords: ['tab'],
	shortcut: 'Mod+Alt+W',
	enabled: ({ workspace }) => workspace.activeSession !== null,
	run: async ({ workspace }) => {
		const session = workspace.activeSession;
		if (session !== null) await workspace.closeStory(session.id);
	},
};
