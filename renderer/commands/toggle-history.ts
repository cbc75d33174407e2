import { History } from 'lucide-react';
import { toggleBeside } from '../app/beside-story.ts';
import { deskCommand, whenNoStory } from './command.ts';

/** Shows or hides the earlier versions of the story in front. */
export const toggleHistory = deskCommand('history.toggle', {
	icon: History,
	disabledReason: whenNoStory,
	run: ({ workspace }) => toggleBeside(workspace, 'history'),
});
