import { shownKeys } from '../../../ui/command-entry.ts';
import type { IconButtonProps } from '../../../ui/controls/button.tsx';
import type { TextCommand } from './text-command.ts';

/** A command of the text as an icon button shows it, given what speaks against it. */
export function commandProps(
	command: TextCommand,
	reason: string | null | undefined,
): Pick<IconButtonProps, 'icon' | 'label' | 'shortcut' | 'disabledReason'> {
	const { icon, label } = command;
	return { icon, label, shortcut: shownKeys(command), disabledReason: reason ?? undefined };
}
