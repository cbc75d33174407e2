import type { Command } from './command.ts';

/** Goes to the open story before this one. */
export const previousStory: Command = {
	id: 'story.previous',
	label: 'Previous open story',
	keywords: ['tab'],
	shortcut: 'Mod+Alt+ArrowLeft',
	enabled: ({ workspace }) => workspace.getState().sessions.length > 1,
	run: ({ workspace }) => workspace.stepTab(-1),
};
