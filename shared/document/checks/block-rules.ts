import type { Block, ListBody } from '../../model/block.ts';
import type { Problem } from '../../model/problem.ts';
import { inlineText, parseInlineHtml } from '../inline-html.ts';

type BlockFinding = Omit<Problem, 'where'>;

const cache = new WeakMap<Block, readonly Problem[]>();

/** What one block lacks, by itself; the same block object is read once. */
export function blockProblems(block: Block): readonly Problem[] {
	let problems = cache.get(block);
	if (!problems) {
		const where = { field: 'block', block: block.id } as const;
		const warnings = [...ownWarnings(block), ...linkFindings(block)].map((finding) => ({ ...finding, where }));
		problems = [...blockErrors(block), ...warnings];
		cache.set(block, problems);
	}
	return problems;
}

/** Of what a block lacks, that which blocks an export. */
export function blockErrors(block: Block): readonly Problem[] {
	switch (block.type) {
		case 'image':
			return block.alt.trim() === ''
				? [error(block, 'image-alt-missing', 'A picture in the body has no alt text')]
				: none;
		case 'gallery':
			return block.images.flatMap((image, index) =>
				image.alt.trim() === ''
					? [error(block, 'gallery-alt-missing', `Picture ${index + 1} of a gallery has no alt text`)]
					: none,
			);
		default:
			return none;
	}
}

const none: readonly Problem[] = [];

const blankHtml = (html: string) => inlineText(html).trim() === '';

function ownWarnings(block: Block): BlockFinding[] {
	switch (block.type) {
		case 'subhead':
			return blankHtml(block.html) ? [warning('subhead-empty', 'A subhead is empty')] : [];
		case 'quote':
			return blankHtml(block.html) ? [warning('quote-empty', 'A quote is empty')] : [];
		case 'pullquote':
			return blankHtml(block.html) ? [warning('quote-empty', 'A pull quote is empty')] : [];
		default:
			return [];
	}
}

function linkFindings(block: Block): BlockFinding[] {
	return inlineParts(block)
		.filter((html) => html.includes('<a '))
		.flatMap((html) => parseInlineHtml(html))
		.filter((run) => run.href !== undefined && /^(?:#|\?)?$/.test(run.href.trim()))
		.map((run) => warning('link-empty', `The link “${run.text}” has no address`));
}

/** Every piece of inline HTML that a block holds. */
function inlineParts(block: Block): string[] {
	switch (block.type) {
		case 'paragraph':
		case 'subhead':
		case 'quote':
		case 'pullquote':
			return [block.html];
		case 'list':
			return listParts(block);
		case 'table':
			return block.rows.flat();
		default:
			return [];
	}
}

function listParts(list: ListBody): string[] {
	return list.items.flatMap((item) => [item.html, ...(item.children ? listParts(item.children) : [])]);
}

function error(block: Block, check: string, message: string): Problem {
	return { check, severity: 'error', where: { field: 'block', block: block.id }, message };
}

function warning(check: string, message: string): BlockFinding {
	return { check, severity: 'warning', message };
}
