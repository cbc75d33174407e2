import { useEffect } from 'react';
import { closeRequestedCommand } from '#shared/contract/names.ts';
import type { Command } from '../ui/command.ts';
import { showToast } from '../ui/overlays/toast.tsx';
import { allDeskCommands } from './all-desk-commands.ts';
import type { CommandContext } from './command.ts';
import type { CommandDesk } from './command-desk.ts';
import { onShortcut } from './on-shortcut.ts';

/** What can be done under a window that lies over the desk. */
const worksUnderDialog: ReadonlySet<string> = new Set(['story.save', 'theme.toggle']);

/** Runs a command, or says why it cannot be run now. */
export function runCommand(command: Command<CommandContext>, context: CommandContext): void {
	const reason = command.disabledReason(context);
	if (reason === null) void command.run(context);
	else showToast(reason);
}

/** A command of the app by its name; those of the text come with the editor, which the first screen does without. */
async function commandOf(id: string): Promise<Command<CommandContext> | undefined> {
	const isIt = (one: Command<CommandContext>) => one.id === id;
	return allDeskCommands.find(isIt) ?? (await import('./all-commands.ts')).allCommands.find(isIt);
}

/** Connects the commands to the keyboard and to the host's menu while a newsroom is open. */
export function useCommands(workspace: CommandDesk): void {
	useEffect(() => {
		const isHeldBy = ({ id }: Command<CommandContext>) =>
			workspace.getState().dialog !== null && !worksUnderDialog.has(id);
		const endKeys = onShortcut(allDeskCommands, (command) => {
			if (!isHeldBy(command)) runCommand(command, { workspace });
		});
		const endMenu = workspace.host.subscribeMenu(async (id) => {
			// The desktop's window stays open until this is settled, and asks the editor when it fails.
			if (id === closeRequestedCommand) {
				if (!(await workspace.flushAll())) throw new Error('A story is not saved.');
				return;
			}
			const command = await commandOf(id);
			if (command === undefined) return;
			if (isHeldBy(command)) showToast('Close the window over the desk first.');
			else runCommand(command, { workspace });
		});
		return () => {
			endKeys();
			endMenu();
		};
	}, [workspace]);
}
