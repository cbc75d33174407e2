import { Archive } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Asks where to back the newsroom up to. */
export const backUpNewsroom = deskCommand('backup.create', {
	icon: Archive,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'backup' } }),
});
