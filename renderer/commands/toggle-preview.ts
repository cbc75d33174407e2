import type { Command } from './command.ts';

/** Shows or hides the page that the reader will see. */
export const togglePreview: Command = {
	id: 'preview.toggle',
	label: 'Preview',
	keywords: ['page', 'reader', 'split'],
	shortcut: 'Mod+Alt+P',
	enabled: ({ workspace }) => workspace.activeSession !== null,
	run: ({ workspace }) => workspace.toggleBeside('page'),
};
