import { Undo2 } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Shows the last changes of many stories, and undoes them. */
export const lastChanges = deskCommand('changes.last', {
	icon: Undo2,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'last-changes' } }),
});
