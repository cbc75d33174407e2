import { GalleryHorizontal } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { StoryGallery } from './gallery.ts';

export const gallery: EditorBlock = {
	extensions: (media) => [StoryGallery.configure(media)],
	actions: [
		{
			id: 'gallery',
			label: 'Gallery',
			icon: GalleryHorizontal,
			at: ['more'],
			run: (_editor, tools) => tools?.choosePictures(true),
		},
	],
};
