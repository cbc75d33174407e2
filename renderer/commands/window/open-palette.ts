import { Compass } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Opens the window that leads to every story, command, category and person by name. */
export const openPalette = deskCommand('palette.open', {
	icon: Compass,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'palette' } }),
});
