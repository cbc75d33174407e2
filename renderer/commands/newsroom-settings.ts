import type { Command } from './command.ts';

/** Opens the settings of the newsroom. */
export const newsroomSettings: Command = {
	id: 'newsroom.settings',
	label: 'Newsroom settings',
	keywords: ['preferences', 'categories', 'time zone'],
	shortcut: 'Mod+,',
	enabled: () => true,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'settings', page: 'newsroom' } }),
};
