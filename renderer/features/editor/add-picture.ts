import { fail, type Result } from '#shared/failure.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { Host } from '../../host/host.ts';

/** The files that an image picker offers. */
export const pictureTypes = 'image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml';
const largestPicture = 25 * 1024 * 1024;

/** Keeps an image file in the newsroom; a failure names the file and the way out. */
export async function addPicture(host: Host, file: File): Promise<Result<MediaPath>> {
	if (!pictureTypes.split(',').includes(file.type)) {
		return fail(
			'bad-input',
			`“${file.name}” is not a picture that Galley knows. Choose a PNG, JPEG, GIF, WebP, AVIF or SVG file.`,
		);
	}
	if (file.size > largestPicture) {
		return fail('too-large', `“${file.name}” is larger than 25 MB. Make it smaller and add it again.`);
	}
	const answer = await host.media.add({ name: file.name, base64: await base64Of(file) });
	return answer.ok ? { ok: true, value: answer.value.media } : answer;
}

function base64Of(file: File): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
		reader.onerror = () => reject(reader.error);
		reader.readAsDataURL(file);
	});
}
