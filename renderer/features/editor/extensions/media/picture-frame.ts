import { whenTooSmall } from '#shared/document/page/picture-size.ts';
import type { GalleryPicture, PictureSize } from '#shared/model/block.ts';
import type { MediaOptions } from './media-options.ts';
import './picture-frame.css';

/** A picture as the page shows it, with the words under it. */
export interface PictureFrame {
	readonly element: HTMLElement;
	readonly picture: HTMLImageElement;
	show(image: GalleryPicture): void;
}

/** Makes the frame of one picture; `askForAlt` takes the editor to the alt text that it lacks. */
export function pictureFrame({ mediaUrl }: MediaOptions, askForAlt: () => void): PictureFrame {
	const element = document.createElement('figure');
	element.className = 'picture-frame';
	const picture = document.createElement('img');
	picture.draggable = false;
	picture.loading = 'lazy';
	picture.decoding = 'async';
	const lack = document.createElement('button');
	lack.type = 'button';
	lack.className = 'picture-lack';
	lack.textContent = 'Add alt text';
	lack.addEventListener('click', askForAlt);
	const words = document.createElement('figcaption');
	const caption = document.createElement('span');
	const credit = document.createElement('span');
	credit.className = 'picture-credit';
	words.append(caption, ' ', credit);
	words.dir = 'auto';
	element.append(picture, lack, words);
	return {
		element,
		picture,
		show(image) {
			const source = mediaUrl(image.media);
			if (picture.getAttribute('src') !== source) picture.src = source;
			picture.alt = image.alt;
			lack.hidden = image.alt.trim() !== '';
			caption.textContent = image.caption;
			credit.textContent = image.credit;
			words.hidden = `${image.caption}${image.credit}`.trim() === '';
		},
	};
}

/** Says below a picture that it has too few pixels for its size, once it is loaded. */
export function sizeWarning(pictures: () => readonly HTMLImageElement[]) {
	const element = document.createElement('p');
	element.className = 'block-warning';
	element.role = 'status';
	return {
		element,
		show(size: PictureSize) {
			for (const picture of pictures()) {
				if (!picture.complete) picture.addEventListener('load', () => this.show(size), { once: true });
			}
			// A drawing has no pixels; it is sharp at any size.
			const known = pictures().filter(({ src, naturalWidth }) => naturalWidth > 0 && !src.endsWith('.svg'));
			const narrowest = Math.min(...known.map(({ naturalWidth }) => naturalWidth));
			const words = known.length === 0 ? '' : (whenTooSmall(narrowest, size) ?? '');
			if (element.textContent !== words) element.textContent = words;
		},
	};
}
