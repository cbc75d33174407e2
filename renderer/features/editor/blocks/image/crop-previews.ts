import { cropAround, cropRatios } from '#shared/document/page/crops.ts';
import { middle } from '../../../../ui/focus-point.ts';

/** What sites show of a picture in the usual shapes, around its focus point. */
export function cropPreviews(picture: HTMLImageElement) {
	const element = document.createElement('div');
	element.className = 'crop-previews';
	element.role = 'group';
	element.ariaLabel = 'Crops around the focus point';
	const previews = Object.entries(cropRatios).map(([name, ratio]) => {
		const frame = document.createElement('figure');
		const image = document.createElement('img');
		image.className = 'crop-image';
		image.alt = '';
		image.draggable = false;
		image.style.aspectRatio = String(ratio);
		const words = document.createElement('figcaption');
		words.className = 'crop-name';
		words.textContent = name;
		frame.append(image, words);
		element.append(frame);
		return { image, ratio };
	});
	const show = (focus: readonly [number, number] | null) => {
		const { naturalWidth: width, naturalHeight: height, src } = picture;
		element.hidden = width === 0 || height === 0;
		if (element.hidden) {
			picture.addEventListener('load', () => show(focus), { once: true });
			return;
		}
		for (const { image, ratio } of previews) {
			if (image.src !== src) image.src = src;
			const crop = cropAround({ width, height }, focus ?? middle, ratio);
			// How far the picture is pushed, in parts of what does not fit.
			const push = (from: number, size: number) => (size > 0.999 ? 50 : (from / (1 - size)) * 100);
			image.style.objectPosition = `${push(crop.x, crop.width)}% ${push(crop.y, crop.height)}%`;
		}
	};
	return { element, show };
}
