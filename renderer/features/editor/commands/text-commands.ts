import { blockCommands } from '../blocks/index.ts';
import { proofCommands } from '../proof/proof-commands.ts';
import { wholeBlockCommands } from './block-commands.ts';
import { redo, undo } from './history-commands.ts';
import { markCommands } from './mark-commands.ts';
import { moveCommands } from './move-commands.ts';
import type { TextCommand } from './text-command.ts';

/** Every command of the text of a story. */
export const textCommands: readonly TextCommand[] = [
	undo,
	redo,
	...markCommands,
	...blockCommands,
	...wholeBlockCommands,
	...moveCommands,
	...proofCommands,
];
