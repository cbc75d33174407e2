import type { Command } from './command.ts';

/** Makes an empty draft and opens it. */
export const newStory: Command = {
	id: 'story.new',
	label: 'New story',
	keywords: ['create', 'draft', 'write'],
	shortcut: 'Mod+Alt+N',
	enabled: () => true,
	run: async ({ workspace }) => {
		const session = await workspace.newStory();
		if (session !== null) workspace.change({ view: { kind: 'queue', queue: 'draft' }, search: '' });
	},
};
