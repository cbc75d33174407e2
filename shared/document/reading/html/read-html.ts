import type { Block } from '../../../model/block.ts';
import { inlineText } from '../../../model/inline-html.ts';
import { toLine } from '../../../model/text.ts';
import type { FoundPicture, ReadStory } from '../read-story.ts';
import { HtmlReader } from './html-reader.ts';
import { readTree } from './html-tree.ts';
import { plainStyle } from './marks.ts';
import { readStyleSheet } from './style.ts';

/** What is longer than this is no headline and no standfirst. */
const longest = 1000;

/**
 * Reads HTML of any origin into the blocks of a story: a clipboard, a page, or what another format was turned into. Nothing
 * is loaded or run, and what comes out the model accepts. As a `whole` its title is the headline. With `keepsBreaks` a line
 * that ends ends its paragraph.
 */
export function readHtml(untrustedHtml: string, { whole = false, keepsBreaks = false } = {}): ReadStory {
	const tree = readTree(untrustedHtml);
	const reader = new HtmlReader(readStyleSheet(tree.styleSheet));
	const { writer } = reader;
	reader.readAll(tree.root.children, { ...plainStyle, keepsBreaks });
	writer.end();
	const { blocks } = writer;
	const first = blocks[0];
	let headline = '';
	let standfirst = '';
	if (whole && first?.type === 'subhead' && writer.headings.get(first) === 1 && first.html.length <= longest) {
		headline = toLine(inlineText(first.html));
		blocks.shift();
		const next = blocks[0];
		if (next?.type === 'paragraph' && writer.subtitles.has(next) && next.html.length <= longest) {
			standfirst = toLine(inlineText(next.html));
			blocks.shift();
		}
	} else if (whole) {
		headline = tree.title.length <= longest ? toLine(tree.title) : '';
	}
	setLevels(blocks, writer.headings);
	return { headline, standfirst, blocks, leftOut: writer.leftOut };
}

/**
 * A story's subheads begin at level 2. One heading of the first level is a title, and those of the second are the subheads
 * beside it; where several stand they are the subheads themselves.
 */
function setLevels(blocks: readonly (Block | FoundPicture)[], headings: ReadonlyMap<Block | FoundPicture, number>) {
	const subheads = blocks.flatMap((block) => (block.type === 'subhead' ? [block] : []));
	const levelOf = (block: Block) => headings.get(block) ?? 2;
	const shift = subheads.filter((block) => levelOf(block) === 1).length > 1 ? 1 : 0;
	for (const subhead of subheads) {
		const level = levelOf(subhead) + shift;
		subhead.level = level <= 2 ? 2 : level === 3 ? 3 : 4;
	}
}
