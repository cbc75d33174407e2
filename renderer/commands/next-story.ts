import type { Command } from './command.ts';

/** Goes to the next open story. */
export const nextStory: Command = {
	id: 'story.next',
	label: 'Next open story',
	keywords: ['tab'],
	shortcut: 'Mod+Alt+ArrowRight',
	enabled: ({ workspace }) => workspace.getState().sessions.length > 1,
	run: ({ workspace }) => workspace.stepTab(1),
};
