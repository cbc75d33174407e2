import { PanelRight } from 'lucide-react';
import { deskCommand, whenNoStory } from '../command.ts';

/** Shows or hides the page that the reader will see. */
export const togglePreview = deskCommand('preview.toggle', {
	icon: PanelRight,
	disabledReason: whenNoStory,
	run: ({ workspace }) => workspace.toggleBeside('page'),
});
