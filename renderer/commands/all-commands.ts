import { textCommands } from '../features/editor/commands/text-commands.ts';
import type { Command } from '../ui/command.ts';
import { allDeskCommands } from './all-desk-commands.ts';
import type { CommandContext } from './command.ts';
import { inFrontStory } from './in-front-story.ts';

/** Every command of the app: those of the desk, and those of the text, whose keys work in the text only. */
export const allCommands: readonly Command<CommandContext>[] = [...allDeskCommands, ...textCommands.map(inFrontStory)];
