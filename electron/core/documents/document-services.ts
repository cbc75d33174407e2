import type { ReadDocument } from '#shared/contract/documents.ts';
import type { Services } from '#shared/contract/index.ts';
import type { FoundPicture, ReadStory } from '#shared/document/reading/read-story.ts';
import { picturesOf, sitesOf, withPictures } from '#shared/document/reading/take-pictures.ts';
import { FailureError } from '#shared/failure.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { readInThread } from './thread/read-in-thread.ts';

/** The operations on documents of other programs; `script` is the bundled worker that reads them. */
export function documentServices(script: string | undefined): Pick<Services<OpenNewsroom>, 'documents'> {
	const read = async (name: string, base64: string, newsroom: OpenNewsroom) => {
		// Only hosts have one; it is large, and nothing else is to load it.
		if (script === undefined) throw new FailureError('not-allowed', 'Documents cannot be read here.', name);
		return await taken(await readInThread(script, { name, bytes: Buffer.from(base64, 'base64') }), newsroom);
	};
	return {
		documents: {
			read: ({ name, base64 }, newsroom) => read(name, base64, newsroom),
			open: async ({ name, base64 }, newsroom) => {
				const { headline, standfirst, blocks, ...left } = await read(name, base64, newsroom);
				const story = await newsroom.articles.create(headline, { standfirst, body: [...blocks] });
				return { story, ...left };
			},
		},
	};
}

/** A document with its pictures in the newsroom; one that the newsroom refuses is left out. */
async function taken(story: ReadStory, { media }: OpenNewsroom): Promise<ReadDocument> {
	const pictures = new Map<FoundPicture, MediaPath>();
	for (const picture of picturesOf(story)) {
		if (picture.source.kind !== 'data') continue;
		try {
			pictures.set(picture, (await media.add(picture.alt || 'A picture', picture.source.base64)).media);
		} catch (error) {
			// A disk that is full is no reason to go on without the pictures.
			if (!(error instanceof FailureError) || !['bad-input', 'too-large'].includes(error.failure.code)) throw error;
		}
	}
	const { headline, standfirst } = story;
	const { blocks, leftOut } = withPictures(story, pictures);
	return { headline, standfirst, blocks, leftOut, sites: sitesOf(story) };
}
