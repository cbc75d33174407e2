import { Plus } from 'lucide-react';
import { focusField } from '../../session/focus-field.ts';
import { afterDrawing } from '../../ui/after-drawing.ts';
import { deskCommand } from '../command.ts';

/** Makes an empty draft, opens it and puts the cursor in its headline. */
export const newStory = deskCommand('story.new', {
	icon: Plus,
	disabledReason: ({ workspace }) => workspace.getState().readOnly,
	run: async ({ workspace }) => {
		const session = await workspace.newStory();
		if (session === null) return;
		const { view } = workspace.getState();
		// The list shows the new story, whatever it showed before.
		const listed = view.kind === 'queue' && (view.queue === 'all' || view.queue === 'draft');
		workspace.change({ view: listed ? view : { kind: 'queue', queue: 'draft' }, search: '' });
		afterDrawing(() => {
			// Once it has the cursor, letters may have been typed in front of it.
			if (workspace.activeSession === session && !session.editor.view.hasFocus())
				focusField(session, { field: 'headline' });
		});
	},
});
