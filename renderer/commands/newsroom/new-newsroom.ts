import { FolderPlus } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Asks where to make a new newsroom. */
export const newNewsroom = deskCommand('newsroom.new', {
	icon: FolderPlus,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'new-newsroom' } }),
});
