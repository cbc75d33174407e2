import { History } from 'lucide-react';
import { deskCommand, whenNoStory } from '../command.ts';

/** Shows or hides the earlier versions of the story in front. */
export const toggleHistory = deskCommand('history.toggle', {
	icon: History,
	disabledReason: whenNoStory,
	run: ({ workspace }) => workspace.toggleBeside('history'),
});
