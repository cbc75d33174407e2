import type { MediaPath } from '#shared/model/block.ts';

/** What the blocks with pictures need of the host. */
export interface MediaOptions {
	/** The address that shows an image of the newsroom. */
	mediaUrl(media: MediaPath): string;
	/** Keeps an image file in the newsroom; null when it could not, which has been said already. */
	addMedia(file: File): Promise<MediaPath | null>;
}
