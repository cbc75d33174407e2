import type { Command } from './command.ts';

/** Asks which newsroom to open. */
export const openNewsroom: Command = {
	id: 'newsroom.open',
	label: 'Open a newsroom',
	keywords: ['folder'],
	shortcut: 'Mod+O',
	enabled: () => true,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'open-newsroom' } }),
};
