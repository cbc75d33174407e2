import { ListTree } from 'lucide-react';
import { deskCommand, whenNoStory } from '../command.ts';

/** Shows the parts of the story in front, how long it is and how long it is to be. */
export const outline = deskCommand('story.outline', {
	icon: ListTree,
	disabledReason: whenNoStory,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'outline' } }),
});
