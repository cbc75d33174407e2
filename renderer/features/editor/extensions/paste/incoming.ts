import type { ResolvedPos, Schema, Slice } from '@tiptap/pm/model';
import type { FoundPicture, ReadStory } from '#shared/document/reading/read-story.ts';
import { picturesOf, sitesOf, withPictures } from '#shared/document/reading/take-pictures.ts';
import type { BlockId } from '#shared/model/block.ts';
import { newBlockId } from '../block-id/new-block-id.ts';
import type { Pasted, PastedPicture } from './pasted.ts';
import { sliceOfBlocks } from './slice-of-blocks.ts';

/** What a paste or a drop brings: what goes in at once, and the pictures that follow. */
export interface Incoming extends Omit<Pasted, 'change'> {
	readonly slice: Slice;
}

export interface Clipboard {
	readonly text: string;
	readonly files: readonly File[];
}

/** Makes a document that was read ready for a place in the story. */
export function incomingOf(
	{ story, from }: { readonly story: ReadStory; readonly from: Pasted['from'] },
	{ text, files }: Clipboard,
	schema: Schema,
	$place: ResolvedPos,
): Incoming {
	const pictures = picturesToTake(story, files);
	const { blocks, captions, leftOut } = withPictures(story, new Map(), new Set(pictures.keys()));
	/** New ids, given here, because to give them block by block in the story takes long. */
	const ids = new Map<object, BlockId>(blocks.map((block) => [block, newBlockId()]));
	const taken: PastedPicture[] = [];
	const onWeb: PastedPicture[] = [];
	let last: BlockId | null = null;
	for (const block of story.blocks) {
		if (block.type !== 'found') {
			last = ids.get(block) ?? null;
			continue;
		}
		const captionIn = ids.get(captions.get(block) ?? block) ?? null;
		const picture = { picture: block, file: pictures.get(block) ?? null, after: last, captionIn };
		if (pictures.has(block)) taken.push(picture);
		else if (block.source.kind === 'web') onWeb.push(picture);
		if (captionIn !== null) last = captionIn;
	}
	const named = blocks.map((block) => ({ ...block, id: ids.get(block) ?? block.id }));
	const slice = sliceOfBlocks(schema, named, $place);
	const sites = leftOut.webPicture ? sitesOf(story) : [];
	return { slice, from, text, leftOut, sites, pictures: taken, onWeb };
}

/** The pictures whose bytes are here: in the document, or as files beside it when there is one for each. */
function picturesToTake(story: ReadStory, files: readonly File[]): Map<FoundPicture, File | null> {
	const found = picturesOf(story);
	const taken = new Map<FoundPicture, File | null>();
	const others = found.filter(({ source }) => source.kind !== 'data');
	const images = files.filter((file) => file.type.startsWith('image/'));
	for (const picture of found) if (picture.source.kind === 'data') taken.set(picture, null);
	if (images.length === others.length)
		for (const [index, picture] of others.entries()) taken.set(picture, images[index] ?? null);
	return taken;
}
