import { imageSize } from 'image-size';
import { FailureError } from '#shared/failure.ts';
import { svgProblem } from './svg-safety.ts';

/** The kinds of images that a newsroom holds, by the end of their file names. */
export type ImageExtension = 'png' | 'jpg' | 'gif' | 'webp' | 'avif' | 'svg';

const contentTypes: Readonly<Record<string, string>> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	gif: 'image/gif',
	webp: 'image/webp',
	avif: 'image/avif',
	svg: 'image/svg+xml',
};

/** The content type to serve an image with, by the end of its name; null for what is no image. */
export function contentTypeOf(path: string): string | null {
	const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
	return Object.hasOwn(contentTypes, extension) ? (contentTypes[extension] ?? null) : null;
}

/** What an image is by its content, whatever its name says, with its size as it is shown, in pixels. */
export interface ImageFacts {
	readonly extension: ImageExtension;
	readonly width: number;
	readonly height: number;
}

/** Looks at an image; what is no image, is broken or could run code is a `FailureError`. */
export function inspectImage(bytes: Uint8Array, name: string): ImageFacts {
	const extension = sniff(bytes);
	if (extension === null) {
		throw new FailureError(
			'bad-input',
			`“${name}” is not an image that Galley can use. Choose a PNG, JPEG, GIF, WebP, AVIF or SVG file.`,
			name,
		);
	}
	if (extension === 'svg') {
		const problem = svgProblem(Buffer.from(bytes).toString('utf8'));
		if (problem !== null) {
			throw new FailureError(
				'bad-input',
				`“${name}” was not added, because ${problem}. Save it as a plain SVG or as a PNG, then add that.`,
				name,
			);
		}
	}
	return { extension, ...measure(bytes, name) };
}

function measure(bytes: Uint8Array, name: string): { width: number; height: number } {
	try {
		const { width, height, orientation = 1 } = imageSize(bytes);
		// An SVG may claim any size, also one that is no whole number of pixels, or more than numbers can tell apart.
		const [across, down] = [Math.max(Math.round(width), 1), Math.max(Math.round(height), 1)];
		if (width > 0 && height > 0 && Number.isSafeInteger(across) && Number.isSafeInteger(down)) {
			// From 5 on, a camera was held upright and the picture is shown turned.
			return orientation >= 5 ? { width: down, height: across } : { width: across, height: down };
		}
	} catch {
		// The library throws for whatever it cannot read; the sentence below is for the editor.
	}
	throw new FailureError(
		'bad-input',
		`“${name}” is broken or has no size. Open it in an image editor, save it again, then add that file.`,
		name,
	);
}

function sniff(bytes: Uint8Array): ImageExtension | null {
	const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
	if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (head.startsWith('\xff\xd8\xff')) return 'jpg';
	if (/^GIF8[79]a/.test(head)) return 'gif';
	if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
	if (head.slice(4, 8) === 'ftyp' && /avi[fs]/.test(head.slice(8))) return 'avif';
	const start = Buffer.from(bytes.subarray(0, 8192)).toString('utf8');
	const markup = start
		.replace(/^\ufeff/, '')
		.replace(/<!--.*?-->/gs, '')
		.trimStart();
	return /^(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE\s+svg[^>[]*>\s*)?<svg[\s>]/.test(markup) ? 'svg' : null;
}
