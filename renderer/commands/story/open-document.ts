import { FileInput } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Asks for a document of another program, which becomes a draft. */
export const openDocument = deskCommand('story.openDocument', {
	icon: FileInput,
	disabledReason: ({ workspace }) => workspace.getState().readOnly,
	run: ({ workspace }) => workspace.change({ dialog: { kind: 'open-document' } }),
});
