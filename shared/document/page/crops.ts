/** The shapes in which sites show pictures, as width by height. */
export const cropRatios: Readonly<Record<string, number>> = { '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1, '3:4': 3 / 4 };

/** A part of a picture in fractions of its width and height, from the top left. */
export interface Crop {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The largest part of this shape, with the focus point as near to its middle as the picture allows. */
export function cropAround(
	picture: { readonly width: number; readonly height: number },
	[x, y]: readonly [number, number],
	ratio: number,
): Crop {
	const own = picture.width / picture.height;
	const width = Math.min(1, ratio / own);
	const height = Math.min(1, own / ratio);
	const from = (focus: number, size: number) => Math.min(1 - size, Math.max(0, focus - size / 2));
	return { x: from(x, width), y: from(y, height), width, height };
}
