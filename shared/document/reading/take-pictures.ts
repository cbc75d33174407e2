import type { Block, MediaPath } from '../../model/block.ts';
import { escapeText } from '../../model/inline-html.ts';
import type { LeftOut } from './left-out.ts';
import type { FoundPicture, ReadStory } from './read-story.ts';

/** The pictures of a document that was read. */
export function picturesOf(read: ReadStory): FoundPicture[] {
	return read.blocks.flatMap((block) => (block.type === 'found' ? [block] : []));
}

/** The sites of the pictures that are on the web. */
export function sitesOf(read: ReadStory): string[] {
	const sites = picturesOf(read).map(({ source }) => (source.kind === 'web' ? siteOf(source.url) : ''));
	return [...new Set(sites)].filter((site) => site !== '');
}

function siteOf(url: string): string {
	return /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

/**
 * The blocks of a document with the pictures that the newsroom has taken, and what was left out of it in all. The caption
 * of a picture that was not taken stays, as a paragraph in `captions`. Pictures that are `coming` leave nothing behind and are not counted.
 */
export function withPictures(
	read: ReadStory,
	taken: ReadonlyMap<FoundPicture, MediaPath>,
	coming: ReadonlySet<FoundPicture> = new Set(),
): { readonly blocks: Block[]; readonly captions: ReadonlyMap<FoundPicture, Block>; readonly leftOut: LeftOut } {
	const captions = new Map<FoundPicture, Block>();
	const leftOut: Record<string, number> = { ...read.leftOut };
	const blocks = read.blocks.flatMap((block, index): Block[] => {
		if (block.type !== 'found') return [block];
		const id = `p${index + 1}`;
		const media = taken.get(block);
		if (media !== undefined) return [pictureBlock(id, media, block)];
		if (coming.has(block)) return [];
		const kind = block.source.kind === 'web' ? 'webPicture' : 'picture';
		leftOut[kind] = (leftOut[kind] ?? 0) + 1;
		if (block.caption === '') return [];
		const caption: Block = { id, type: 'paragraph', html: escapeText(block.caption) };
		captions.set(block, caption);
		return [caption];
	});
	return { blocks, captions, leftOut };
}

/** A picture that the newsroom has taken, as a block. */
export function pictureBlock(id: string, media: MediaPath, { alt, caption }: FoundPicture): Block {
	return { id, type: 'image', media, alt, caption, credit: '', focus: null, size: 'column' };
}
