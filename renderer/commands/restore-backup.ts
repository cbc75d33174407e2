import type { Command } from './command.ts';

/** Asks which backup to bring back, and where. */
export const restoreBackup: Command = {
	id: 'backup.restore',
	label: 'Restore a backup',
	keywords: ['zip', 'recover', 'bring back'],
	shortcut: null,
	enabled: () => true,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'restore-backup' } }),
};
