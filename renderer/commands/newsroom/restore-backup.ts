import { ArchiveRestore } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Asks which backup to bring back, and where. */
export const restoreBackup = deskCommand('backup.restore', {
	icon: ArchiveRestore,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'restore-backup' } }),
});
