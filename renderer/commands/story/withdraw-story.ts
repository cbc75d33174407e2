import { Archive } from 'lucide-react';
import { deskCommand, whenReadOnly } from '../command.ts';

/** Opens the way of the story in front away from its readers; of one that is withdrawn, what is said of that. */
export const withdrawStory = deskCommand('story.withdraw', {
	icon: Archive,
	disabledReason: (context) => {
		const session = context.workspace.activeSession;
		return whenReadOnly(context) ?? (session?.getField('dates').published ? null : 'Readers never had this story.');
	},
	run: ({ workspace }) => {
		const { active } = workspace.getState();
		if (active !== null) workspace.change({ dialog: { kind: 'withdraw', id: active } });
	},
});
