import type { Command } from './command.ts';

/** Moves the story in front to the trash. */
export const trashStory: Command = {
	id: 'story.trash',
	label: 'Move story to the trash',
	keywords: ['delete', 'remove', 'bin'],
	shortcut: null,
	enabled: ({ workspace }) => workspace.activeSession !== null,
	run: async ({ workspace }) => {
		const session = workspace.activeSession;
		if (session !== null) await workspace.trashStory(session.id, session.getArticle().headline);
	},
};
