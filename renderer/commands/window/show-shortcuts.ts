import { Keyboard } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Shows every key that does something. */
export const showShortcuts = deskCommand('shortcuts.show', {
	icon: Keyboard,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'shortcuts' } }),
});
