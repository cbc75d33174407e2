import { ChevronLeft } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Goes to the open story before this one. */
export const previousStory = deskCommand('story.previous', {
	icon: ChevronLeft,
	disabledReason: ({ workspace }) => (workspace.getState().sessions.length > 1 ? null : 'No other story is open.'),
	run: ({ workspace }) => workspace.stepTab(-1),
});
