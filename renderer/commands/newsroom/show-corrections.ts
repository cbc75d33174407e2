import { NotebookPen } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Shows what readers were told of changes in all stories. */
export const showCorrections = deskCommand('corrections.show', {
	icon: NotebookPen,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'corrections' } }),
});
