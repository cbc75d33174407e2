import { focusField } from '../desk/focus-field.ts';
import { afterDrawing } from '../ui/after-drawing.ts';
import type { Command } from './command.ts';

/** Makes an empty draft, opens it and puts the cursor in its headline. */
export const newStory: Command = {
	id: 'story.new',
	label: 'New story',
	keywords: ['create', 'draft', 'write'],
	shortcut: 'Mod+Alt+N',
	enabled: () => true,
	run: async ({ workspace }) => {
		const session = await workspace.newStory();
		if (session === null) return;
		const { view } = workspace.getState();
		// The list shows the new story, whatever it showed before.
		const listed = view.kind === 'queue' && (view.queue === 'all' || view.queue === 'draft');
		workspace.change({ view: listed ? view : { kind: 'queue', queue: 'draft' }, search: '' });
		afterDrawing(() => {
			if (workspace.activeSession === session) focusField(session, { field: 'headline' });
		});
	},
};
