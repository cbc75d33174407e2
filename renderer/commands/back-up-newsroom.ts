import type { Command } from './command.ts';

/** Asks where to back the newsroom up to. */
export const backUpNewsroom: Command = {
	id: 'backup.create',
	label: 'Back up the newsroom',
	keywords: ['zip', 'copy', 'archive', 'save'],
	shortcut: null,
	enabled: () => true,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'backup' } }),
};
