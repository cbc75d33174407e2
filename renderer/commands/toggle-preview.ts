import { toggleBeside } from '../app/beside-story.ts';
import type { Command } from './command.ts';

/** Shows or hides the page that the reader will see. */
export const togglePreview: Command = {
	id: 'preview.toggle',
	label: 'Preview',
	keywords: ['page', 'reader', 'split'],
	shortcut: 'Mod+Alt+P',
	enabled: ({ workspace }) => workspace.activeSession !== null,
	run: ({ workspace }) => toggleBeside(workspace, 'page'),
};
