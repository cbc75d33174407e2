import { ScrollText } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Shows what was exported to the targets, and the way back. */
export const exportLog = deskCommand('export.log', {
	icon: ScrollText,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'log', target: null } }),
});
