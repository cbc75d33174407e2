import type { Command } from './command.ts';

/** Saves the story in front at once. */
export const saveStory: Command = {
	id: 'story.save',
	label: 'Save',
	keywords: ['write', 'disk'],
	shortcut: 'Mod+S',
	enabled: ({ workspace }) => workspace.activeSession !== null,
	run: async ({ workspace }) => {
		await workspace.activeSession?.flush('explicit');
	},
};
