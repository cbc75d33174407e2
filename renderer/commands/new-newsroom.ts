import type { Command } from './command.ts';

/** Asks where to make a new newsroom. */
export const newNewsroom: Command = {
	id: 'newsroom.new',
	label: 'New newsroom',
	keywords: ['folder', 'create'],
	shortcut: null,
	enabled: () => true,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'new-newsroom' } }),
};
