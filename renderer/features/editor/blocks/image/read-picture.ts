import { Picture, PictureSize } from '#shared/model/block.ts';

const SizedPicture = Picture.extend({ size: PictureSize.default('column') });

/** The picture in text that was copied from an editor; null for anything else. */
export function readPicture(untrustedJson: string | null) {
	if (untrustedJson === null) return null;
	let value: unknown;
	try {
		value = JSON.parse(untrustedJson);
	} catch {
		return null; // not written by an editor, so not a picture
	}
	const picture = SizedPicture.safeParse(value);
	return picture.success ? picture.data : null;
}
