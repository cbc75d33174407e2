import type { MediaPath } from '#shared/model/block.ts';

/** What the blocks with pictures need of the host. */
export interface MediaOptions {
	/** The address that shows an image of the newsroom. */
	mediaUrl(media: MediaPath): string;
}
