import { AArrowDown, AArrowUp, type LucideIcon } from 'lucide-react';
import { textScales } from '#shared/model/preferences.ts';
import { type DeskCommand, deskCommand } from '../command.ts';

/** Makes the text that is written a step larger. */
export const largerText = stepText('text.larger', 1, AArrowUp, 'The text is as large as it gets.');

/** Makes the text that is written a step smaller. */
export const smallerText = stepText('text.smaller', -1, AArrowDown, 'The text is as small as it gets.');

function stepText(id: 'text.larger' | 'text.smaller', step: 1 | -1, icon: LucideIcon, atEnd: string): DeskCommand {
	const next = (scale: (typeof textScales)[number]) => textScales[textScales.indexOf(scale) + step];
	return deskCommand(id, {
		icon,
		disabledReason: ({ workspace }) => (next(workspace.getState().preferences.textScale) === undefined ? atEnd : null),
		run: async ({ workspace }) => {
			const textScale = next(workspace.getState().preferences.textScale);
			if (textScale !== undefined) await workspace.prefer({ textScale });
		},
	});
}
