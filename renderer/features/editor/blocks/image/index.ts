import { ImagePlus } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { StoryImage } from './image.ts';

export const image: EditorBlock = {
	extensions: (media) => [StoryImage.configure(media)],
	actions: [
		{
			id: 'image',
			label: 'Picture',
			icon: ImagePlus,
			at: ['button'],
			run: (_editor, tools) => tools?.choosePictures(false),
		},
	],
};
