import type { BlockType } from '#shared/model/block.ts';
import type { TextCommand, TextPlace } from '../commands/text-command.ts';
import { divider } from './divider/index.ts';
import type { EditorBlock } from './editor-block.ts';
import { embed } from './embed/index.ts';
import { gallery } from './gallery/index.ts';
import { image } from './image/index.ts';
import { keyPoints } from './key-points/index.ts';
import { list } from './list/index.ts';
import { paragraph } from './paragraph/index.ts';
import { pullquote } from './pullquote/index.ts';
import { quote } from './quote/index.ts';
import { subhead } from './subhead/index.ts';
import { table } from './table/index.ts';

/** Every type of block, in the order in which toolbar and menus offer them. */
const blocks = {
	paragraph,
	subhead,
	list,
	keyPoints,
	image,
	quote,
	pullquote,
	table,
	gallery,
	embed,
	divider,
} satisfies Record<BlockType, EditorBlock>;

export const editorBlocks: readonly EditorBlock[] = Object.values(blocks);

/** The commands that put blocks into a story. */
export const blockCommands: readonly TextCommand[] = editorBlocks.flatMap((block) => block.commands);

/** Those that are offered at a place. */
export function blockCommandsAt(place: TextPlace): readonly TextCommand[] {
	return blockCommands.filter(({ at }) => at.includes(place));
}
