import { Globe } from 'lucide-react';
import { deskCommand, whenReadOnly } from '../command.ts';

/** Shows what the story in front has that readers do not have yet, to be published or discarded. */
export const publishChanges = deskCommand('story.publishChanges', {
	icon: Globe,
	disabledReason: (context) =>
		whenReadOnly(context) ??
		(context.workspace.activeSession?.getHasChanges() ? null : 'Readers have nothing else of this story.'),
	run: ({ workspace }) => {
		const { active } = workspace.getState();
		if (active !== null) workspace.change({ dialog: { kind: 'publish-changes', id: active } });
	},
});
