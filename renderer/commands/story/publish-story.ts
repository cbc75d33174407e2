import { Globe } from 'lucide-react';
import { deskCommand, whenReadOnly } from '../command.ts';

/** Opens the way of the story in front to its readers: its checks, what they will see, and when. */
export const publishStory = deskCommand('story.publish', {
	icon: Globe,
	disabledReason: (context) => {
		const session = context.workspace.activeSession;
		const isLive = session?.getField('status') === 'published' && !session.getHasChanges();
		return whenReadOnly(context) ?? (isLive ? 'Readers have this story as it is.' : null);
	},
	run: ({ workspace }) => {
		const { active } = workspace.getState();
		if (active !== null) workspace.change({ dialog: { kind: 'publish', id: active } });
	},
});
