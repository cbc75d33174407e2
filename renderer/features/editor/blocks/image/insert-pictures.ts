import type { Editor } from '@tiptap/core';
import type { GalleryPicture, MediaPath } from '#shared/model/block.ts';
import { insertBlock } from '../../commands/insert-block.ts';

/** A picture of which nothing has been said yet. */
export function newPicture(media: MediaPath): GalleryPicture {
	return { media, alt: '', caption: '', credit: '' };
}

/** Puts pictures into the body, each as a block of its own; where the cursor is unless a place is given. */
export function insertPictures(editor: Editor, pictures: readonly GalleryPicture[], at: number | null = null): void {
	const { schema } = editor;
	for (const picture of pictures) insertBlock(editor, schema.nodeFromJSON({ type: 'image', attrs: picture }), at);
}

/** Puts pictures into the body as one gallery. */
export function insertGallery(editor: Editor, images: readonly GalleryPicture[]): void {
	if (images.length > 0) insertBlock(editor, editor.schema.nodeFromJSON({ type: 'gallery', attrs: { images } }));
}
