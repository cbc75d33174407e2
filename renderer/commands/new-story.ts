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
		const { view } = workspace.getState();
		// The list shows the new story, whatever it showed before.
		const listed = view.kind === 'queue' && (view.queue === 'all' || view.queue === 'draft');
		if (session !== null) workspace.change({ view: listed ? view : { kind: 'queue', queue: 'draft' }, search: '' });
	},
};
