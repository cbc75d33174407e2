import { FolderOpen } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Asks which newsroom to open. */
export const openNewsroom = deskCommand('newsroom.open', {
	icon: FolderOpen,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'open-newsroom' } }),
});
