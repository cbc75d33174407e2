import { PanelLeftDashed } from 'lucide-react';
import { goToPane } from '../../ui/pane-focus.ts';
import { deskCommand } from '../command.ts';

/** Goes to the pane before this one, where the focus was last in it. */
export const previousPane = deskCommand('pane.previous', {
	icon: PanelLeftDashed,
	disabledReason: () => null,
	run: () => goToPane(-1),
});
