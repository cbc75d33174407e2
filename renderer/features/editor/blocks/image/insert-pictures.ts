import type { Editor } from '@tiptap/core';
import type { MediaPath } from '#shared/model/block.ts';
import { insertBlock } from '../../commands/insert-block.ts';

/** Puts pictures into the body: one as an image, several as a gallery when asked. */
export function insertPictures(
	editor: Editor,
	media: readonly MediaPath[],
	asGallery: boolean,
	at: number | null = null,
): void {
	const { schema } = editor;
	if (asGallery && media.length > 0) {
		const images = media.map((path) => ({ media: path, alt: '', caption: '', credit: '' }));
		insertBlock(editor, schema.nodeFromJSON({ type: 'gallery', attrs: { images } }), at);
		return;
	}
	for (const path of media) insertBlock(editor, schema.nodeFromJSON({ type: 'image', attrs: { media: path } }), at);
}
