import type { Block } from '../../model/block.ts';
import { parseInlineHtml } from '../../model/inline-html.ts';
import type { Problem } from '../../model/problem.ts';
import { blockFindings, blockPictures, blockText, inlineParts } from '../blocks/index.ts';
import { perBlock } from '../per-block.ts';
import { placeholdersIn } from './placeholders.ts';

/** What one block lacks, by itself. */
export const blockProblems = perBlock((block): readonly Problem[] => {
	const where = { field: 'block', block: block.id } as const;
	return [...blockFindings(block), ...linkFindings(block), ...placeholderFindings(block)].map((finding) => ({
		...finding,
		where,
	}));
});

function placeholderFindings(block: Block): Omit<Problem, 'where'>[] {
	const texts = [
		blockText(block),
		...blockPictures(block).flatMap(({ alt, caption, credit }) => [alt, caption, credit]),
	];
	return texts.flatMap(placeholdersIn);
}

function linkFindings(block: Block): Omit<Problem, 'where'>[] {
	return inlineParts(block)
		.filter((html) => html.includes('<a '))
		.flatMap((html) => parseInlineHtml(html))
		.filter((run) => run.href !== undefined && /^(?:#|\?)?$/.test(run.href.trim()))
		.map((run) => ({
			check: 'link-empty',
			severity: 'warning',
			message: `The link “${run.text}” has no address`,
		}));
}
