import { ImagePlus } from 'lucide-react';
import { toolsOf, whenNotShown } from '../../commands/story-tools.ts';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { StoryImage } from './image.ts';
import { insertPictures } from './insert-pictures.ts';

export const image: EditorBlock = {
	extensions: (media) => [StoryImage.configure(media)],
	commands: [
		textCommand({
			id: 'block.image',
			keywords: ['photo', 'image', 'illustration', 'library', 'choose a picture'],
			label: 'Picture',
			icon: ImagePlus,
			at: ['button'],
			disabledReason: whenNotShown,
			run: (editor) => toolsOf(editor)?.choosePictures(false, (pictures) => insertPictures(editor, pictures)),
		}),
	],
};
