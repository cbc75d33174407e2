import { Maximize2 } from 'lucide-react';
import { deskCommand, whenNoStory } from '../command.ts';

/** Shows the story in front alone, or all that stands around it again. */
export const toggleFocusMode = deskCommand('focus.toggle', {
	icon: Maximize2,
	disabledReason: (context) => (context.workspace.getState().focusMode ? null : whenNoStory(context)),
	run: ({ workspace }) => workspace.change({ focusMode: !workspace.getState().focusMode, drawer: null }),
});
