import { ChevronRight } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Goes to the next open story. */
export const nextStory = deskCommand('story.next', {
	icon: ChevronRight,
	disabledReason: ({ workspace }) => (workspace.getState().sessions.length > 1 ? null : 'No other story is open.'),
	run: ({ workspace }) => workspace.stepTab(1),
});
