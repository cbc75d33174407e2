import type { Command } from './command.ts';

/** Shows or hides the page that the reader will see. */
export const togglePreview: Command = {
	id: 'preview.toggle',
	label: 'Preview',
	keywords: ['page', 'reader', 'split'],
	shortcut: 'Mod+Alt+P',
	enabled: ({ workspace }) => workspace.activeSession !== null,
	run: async ({ workspace }) => {
		const { history, preferences } = workspace.getState();
		// The history stands in the page's place, so the page is what was asked for.
		workspace.change({ history: false });
		await workspace.prefer({ preview: history || !preferences.preview });
	},
};
