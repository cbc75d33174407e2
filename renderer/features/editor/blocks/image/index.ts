import { ImagePlus } from 'lucide-react';
import { toolsOf, whenNotShown } from '../../story-tools.ts';
import { textCommand } from '../../text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { StoryImage } from './image.ts';

export const image: EditorBlock = {
	extensions: (media) => [StoryImage.configure(media)],
	commands: [
		textCommand({
			id: 'block.image',
			keywords: ['photo', 'image', 'illustration'],
			label: 'Picture',
			icon: ImagePlus,
			at: ['button'],
			disabledReason: whenNotShown,
			run: (editor) => toolsOf(editor)?.choosePictures(false),
		}),
	],
};
