import { Picture } from '#shared/model/block.ts';

/** The picture in text that was copied from an editor; null for anything else. */
export function readPicture(untrustedJson: string | null): Picture | null {
	if (untrustedJson === null) return null;
	let value: unknown;
	try {
		value = JSON.parse(untrustedJson);
	} catch {
		return null; // not written by an editor, so not a picture
	}
	const picture = Picture.safeParse(value);
	return picture.success ? picture.data : null;
}
