import type { Block } from '../../model/block.ts';
import { parseInlineHtml } from '../../model/inline-html.ts';
import type { BlockFinding } from '../blocks/block-module.ts';
import { blockFindings, blockPictures, blockText, inlineParts } from '../blocks/index.ts';
import { perBlock } from '../per-block.ts';
import type { CheckId } from './check-table.ts';
import { placeholdersIn } from './placeholders.ts';

/** How checks look at one block by itself; an unchanged block is looked at once. */
export interface BlockRule {
	readonly checks: readonly CheckId[];
	find(block: Block): readonly BlockFinding[];
}

/** Rules about what one block lacks. */
export const blockRules: readonly BlockRule[] = [
	{
		checks: ['image-alt-missing', 'gallery-alt-missing', 'subhead-empty', 'quote-empty'],
		find: perBlock(blockFindings),
	},
	{ checks: ['link-empty'], find: perBlock(emptyLinks) },
	{ checks: ['placeholder'], find: perBlock(placeholders) },
];

function placeholders(block: Block): BlockFinding[] {
	const texts = [
		blockText(block),
		...blockPictures(block).flatMap(({ alt, caption, credit }) => [alt, caption, credit]),
	];
	return texts.flatMap(placeholdersIn);
}

function emptyLinks(block: Block): BlockFinding[] {
	return inlineParts(block)
		.filter((html) => html.includes('<a '))
		.flatMap((html) => parseInlineHtml(html))
		.filter((run) => run.href !== undefined && /^(?:#|\?)?$/.test(run.href.trim()))
		.map((run) => ({ check: 'link-empty', message: `The link “${run.text}” has no address` }));
}
