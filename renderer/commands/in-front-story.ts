import type { Editor } from '@tiptap/core';
import type { Command } from '../ui/command.ts';
import type { CommandContext } from './command.ts';

/** A command of the text, as one that works on the story in front. */
export function inFrontStory(command: Command<Editor>): Command<CommandContext> {
	return {
		...command,
		disabledReason: ({ workspace: { activeSession } }) =>
			activeSession === null ? 'No story is open.' : command.disabledReason(activeSession.editor),
		run: ({ workspace: { activeSession } }) => (activeSession === null ? undefined : command.run(activeSession.editor)),
	};
}
