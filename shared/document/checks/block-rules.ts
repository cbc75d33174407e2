import type { Block } from '../../model/block.ts';
import { doubledWords } from '../../text/doubled-words.ts';
import type { BlockFinding } from '../blocks/block-module.ts';
import { blockFindings, blockPictures, blockText } from '../blocks/index.ts';
import { perBlock } from '../per-block.ts';
import { perLanguage } from '../per-language.ts';
import type { CheckId } from './check-table.ts';
import { blockLinks, linkFaults } from './link-address.ts';
import { pictureFindings } from './picture-words.ts';
import { placeholdersIn } from './placeholders.ts';

/** How checks look at one block by itself; an unchanged block is looked at once. */
export interface BlockRule {
	readonly checks: readonly CheckId[];
	find(block: Block, language: string): readonly BlockFinding[];
}

/** Rules about what one block lacks. */
export const blockRules: readonly BlockRule[] = [
	{
		checks: ['image-alt-missing', 'gallery-alt-missing', 'subhead-empty', 'quote-empty'],
		find: perBlock(blockFindings),
	},
	{ checks: ['alt-says-nothing', 'credit-missing'], find: perBlock(pictureWords) },
	{ checks: ['link-empty', 'link-insecure', 'link-tracking'], find: perBlock(links) },
	{ checks: ['placeholder'], find: perBlock(placeholders) },
	{ checks: ['doubled-word'], find: perLanguage(doubled) },
];

function placeholders(block: Block): BlockFinding[] {
	return allTexts(block).flatMap(placeholdersIn);
}

function doubled(block: Block, language: string): BlockFinding[] {
	return allTexts(block)
		.flatMap((text) => doubledWords(text, language))
		.map((words) => ({ check: 'doubled-word', message: `A word stands twice: “${words}”` }));
}

const allTexts = (block: Block) => [
	blockText(block),
	...blockPictures(block).flatMap(({ alt, caption, credit }) => [alt, caption, credit]),
];

function pictureWords(block: Block): BlockFinding[] {
	// A card's picture says nothing that its title does not.
	const pictures = block.type === 'embed' ? [] : blockPictures(block);
	return pictures.flatMap((picture, index) => {
		const name = block.type === 'gallery' ? `picture ${index + 1} of a gallery` : 'a picture in the body';
		return pictureFindings(picture, name);
	});
}

function links(block: Block): BlockFinding[] {
	return blockLinks(block).flatMap(({ href, text }): BlockFinding[] => {
		if (/^(?:#|\?)?$/.test(href)) return [{ check: 'link-empty', message: `The link “${text}” has no address` }];
		return linkFaults(href).map(({ check, said }) => ({ check, message: `The link “${text}” ${said}` }));
	});
}
