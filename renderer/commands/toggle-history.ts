import type { Command } from './command.ts';

/** Shows or hides the earlier versions of the story in front. */
export const toggleHistory: Command = {
	id: 'history.toggle',
	label: 'History',
	keywords: ['versions', 'revisions', 'restore', 'compare', 'undo'],
	shortcut: 'Mod+Shift+H',
	enabled: ({ workspace }) => workspace.activeSession !== null,
	run: ({ workspace }) => workspace.toggleBeside('history'),
};
