import type { ReactNode } from 'react';
import type { DeskCommand } from '../commands/command.ts';
import { Button, type ButtonProps } from '../ui/controls/button.tsx';
import { isMac } from '../ui/platform.ts';
import { ariaShortcut } from '../ui/shortcut.ts';
import { useWorkspace, useWorkspaceState } from './workspace/use-workspace.ts';

/** A button for a command of the desk, with its label unless it gets other words. */
export function CommandButton({
	command,
	children,
	...look
}: Pick<ButtonProps, 'kind' | 'className' | 'aria-pressed'> & { command: DeskCommand; children?: ReactNode }) {
	const workspace = useWorkspace();
	// Drawn again with whatever may speak against the command.
	useWorkspaceState();
	return (
		<Button
			{...look}
			icon={command.icon}
			aria-keyshortcuts={command.shortcut === null ? undefined : ariaShortcut(command.shortcut, isMac)}
			disabledReason={command.disabledReason({ workspace }) ?? undefined}
			onPress={() => void command.run({ workspace })}
		>
			{children ?? command.label}
		</Button>
	);
}
