import { Settings } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Opens the settings of the newsroom. */
export const newsroomSettings = deskCommand('newsroom.settings', {
	icon: Settings,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'settings', page: 'newsroom' } }),
});
