import { fail, type Result } from '#shared/failure.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { Host } from '../host/host.ts';

/** The kinds of picture that a newsroom can hold. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/svg+xml'];
const maxBytes = 25 * 1024 * 1024;

/** Puts an image file into the newsroom; fails with a sentence when it is no image or too large. */
export async function addPicture(host: Host, file: File): Promise<Result<MediaPath>> {
	if (!pictureTypes.includes(file.type)) {
		return fail(
			'bad-input',
			`“${file.name}” is not a picture that Galley knows. Choose a PNG, JPEG, GIF, WebP, AVIF or SVG file.`,
		);
	}
	if (file.size > maxBytes) {
		return fail('too-large', `“${file.name}” is larger than 25 MB. Choose a smaller picture.`);
	}
	return addPictureData(host, file.name, toBase64(new Uint8Array(await file.arrayBuffer())));
}

/** Puts a picture that a document brought as base64 into the newsroom; `name` stands in what is said when that fails. */
export async function addPictureData(host: Host, name: string, base64: string): Promise<Result<MediaPath>> {
	const answer = await host.media.add({ name, base64 });
	return answer.ok ? { ok: true, value: answer.value.media } : answer;
}

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
	let binary = '';
	// In pieces, because a call can take only so many arguments.
	for (let start = 0; start < bytes.length; start += 0x8000) {
		binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
	}
	return btoa(binary);
}
