import { useEffect } from 'react';
import { closeRequestedCommand } from '#shared/contract/names.ts';
import { isMac } from '../ui/platform.ts';
import { matchesShortcut } from '../ui/shortcut.ts';
import { allCommands } from './all-commands.ts';
import type { Command } from './command.ts';
import type { CommandDesk } from './command-desk.ts';

/** Runs a command when it can be run now. */
function runCommand(command: Command, workspace: CommandDesk): boolean {
	const context = { workspace };
	if (!command.enabled(context)) return false;
	void command.run(context);
	return true;
}

/** Connects the commands to the keyboard and to the host's menu while a newsroom is open. */
export function useCommands(workspace: CommandDesk): void {
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			// What the story or a field has already answered is not ours.
			if (event.defaultPrevented || event.isComposing) return;
			const command = allCommands.find(({ shortcut }) => shortcut !== null && matchesShortcut(shortcut, event, isMac));
			if (command === undefined) return;
			event.preventDefault();
			// A window over the desk keeps the keyboard; saving is always safe.
			if (workspace.getState().dialog === null || command.id === 'story.save') runCommand(command, workspace);
		};
		window.addEventListener('keydown', onKeyDown);
		const endMenu = workspace.host.subscribeMenu(async (id) => {
			// The desktop's window stays open until this is settled, and asks the editor when it fails.
			if (id === closeRequestedCommand) {
				if (!(await workspace.flushAll())) throw new Error('A story is not saved.');
				return;
			}
			const command = allCommands.find((one) => one.id === id);
			if (command !== undefined) runCommand(command, workspace);
		});
		return () => {
			window.removeEventListener('keydown', onKeyDown);
			endMenu();
		};
	}, [workspace]);
}
