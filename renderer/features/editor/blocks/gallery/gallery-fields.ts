import type { Node } from '@tiptap/pm/model';
import { sizeWords } from '#shared/document/page/picture-size.ts';
import type { GalleryPicture } from '#shared/model/block.ts';
import { toolsOf } from '../../commands/story-tools.ts';
import { attributeField } from '../../extensions/media/attribute-field.ts';
import { choiceField } from '../../extensions/media/block-panel.ts';
import { type BlockViewProps, blockButton, changeAttribute } from '../../extensions/media/block-view.ts';
import { sizeWarning } from '../../extensions/media/picture-frame.ts';

/** The fields of a gallery and of the picture that is chosen in it. */
export interface GalleryFields {
	show(gallery: Node, current: number): void;
	/** Takes the keyboard to the alt text of the chosen picture. */
	focusAlt(): void;
}

interface Acts {
	/** Changes the words of the chosen picture. */
	change(part: Partial<GalleryPicture>): void;
	move(by: -1 | 1): void;
	remove(): void;
	add(pictures: readonly GalleryPicture[]): void;
	pictures(): readonly HTMLImageElement[];
}

const words = [
	['alt', 'Alt text', 'Describe the picture for those who cannot see it'],
	['caption', 'Caption', 'What the picture shows'],
	['credit', 'Credit', 'Who made it'],
] as const;

/** Puts the fields into the panel of a gallery. */
export function galleryFields(props: BlockViewProps, panel: HTMLElement, acts: Acts): GalleryFields {
	const { editor } = props;
	const which = document.createElement('p');
	which.className = 'gallery-which';
	const earlier = blockButton('Move picture earlier', 'Earlier', () => acts.move(-1));
	const later = blockButton('Move picture later', 'Later', () => acts.move(1));
	const head = document.createElement('div');
	head.className = 'gallery-head';
	head.append(which, earlier, later, blockButton('Remove picture', 'Remove', acts.remove));
	const fields = words.map(([name, label, placeholder]) => ({
		name,
		...attributeField(editor, {
			label,
			placeholder,
			required: name === 'alt',
			change: (value) => acts.change({ [name]: value }),
		}),
	}));
	const caption = attributeField(editor, {
		label: 'Gallery caption',
		placeholder: 'What the pictures show together',
		change: (value) => changeAttribute(props, 'caption', value),
	});
	caption.element.classList.add('gallery-caption-field');
	const size = choiceField('Size', sizeWords, (value) => changeAttribute(props, 'size', value));
	const warning = sizeWarning(acts.pictures);
	const foot = document.createElement('div');
	foot.className = 'block-panel-foot';
	foot.append(
		size.element,
		blockButton('Add pictures', 'Add pictures', () => toolsOf(editor)?.choosePictures(true, acts.add)),
	);
	panel.append(head, ...fields.map(({ element }) => element), caption.element, warning.element, foot);
	return {
		show(gallery, current) {
			const images: readonly GalleryPicture[] = gallery.attrs.images;
			which.textContent = `Picture ${current + 1} of ${images.length}`;
			earlier.disabled = current === 0;
			later.disabled = current === images.length - 1;
			for (const field of fields) field.show(images[current]?.[field.name] ?? '');
			caption.show(gallery.attrs.caption);
			size.show(gallery.attrs.size);
			warning.show(gallery.attrs.size);
		},
		focusAlt: () => fields[0]?.element.querySelector('textarea')?.focus(),
	};
}
