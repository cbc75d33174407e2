import { PanelRightDashed } from 'lucide-react';
import { goToPane } from '../../ui/pane-focus.ts';
import { deskCommand } from '../command.ts';

/** Goes to the next pane, where the focus was last in it. */
export const nextPane = deskCommand('pane.next', {
	icon: PanelRightDashed,
	disabledReason: () => null,
	run: () => goToPane(1),
});
