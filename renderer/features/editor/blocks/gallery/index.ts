import { GalleryHorizontal } from 'lucide-react';
import { toolsOf, whenNotShown } from '../../commands/story-tools.ts';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { insertGallery } from '../image/insert-pictures.ts';
import { StoryGallery } from './gallery.ts';

export const gallery: EditorBlock = {
	extensions: (media) => [StoryGallery.configure(media)],
	commands: [
		textCommand({
			id: 'block.gallery',
			keywords: ['pictures', 'photos', 'slides'],
			label: 'Gallery',
			icon: GalleryHorizontal,
			at: ['more'],
			disabledReason: whenNotShown,
			run: (editor) => toolsOf(editor)?.choosePictures(true, (pictures) => insertGallery(editor, pictures)),
		}),
	],
};
