import type { PictureSize } from '../../model/block.ts';

/** What the sizes are called. */
export const sizeWords: Readonly<Record<PictureSize, string>> = {
	column: 'Column',
	wide: 'Wide',
	full: 'Full width',
};

/** How wide each is on the page of a large window, in pixels of CSS; `page-body.css` draws them so. */
const widths: Readonly<Record<PictureSize, number>> = { column: 680, wide: 1040, full: 1600 };

interface Sized {
	readonly size: PictureSize;
}

/** What a figure has besides its own class; nothing for one as wide as the text. */
export function sizeClass({ size }: Sized): string {
	return size === 'column' ? '' : ` g-${size}`;
}

/** The size as sites get it: only where it is not that of the text. */
export function publishedSize({ size }: Sized): { size?: Exclude<PictureSize, 'column'> } {
	return size === 'column' ? {} : { size };
}

/** What is to be said of a picture that has fewer pixels than its size shows; null for one that has enough. */
export function whenTooSmall(width: number, size: PictureSize): string | null {
	const needed = widths[size];
	if (width >= needed) return null;
	const fitting =
		size === 'full' && width >= widths.wide ? 'wide' : size !== 'column' && width >= widths.column ? 'column' : null;
	const way = fitting === null ? 'Choose a larger one.' : `Choose a larger one, or the size ${sizeWords[fitting]}.`;
	return `The picture is ${width} pixels wide and is shown up to ${needed} wide, so it will look blurred. ${way}`;
}
