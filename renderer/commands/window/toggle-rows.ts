import { Rows3 } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Shows each story of the list in one line, or with its picture. */
export const toggleRows = deskCommand('rows.toggle', {
	icon: Rows3,
	disabledReason: () => null,
	run: ({ workspace }) => workspace.prefer({ compactRows: !workspace.getState().preferences.compactRows }),
});
