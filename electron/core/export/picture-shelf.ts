import { hash } from 'node:crypto';
import { FailureError } from '#shared/failure.ts';
import type { MediaPath } from '#shared/model/block.ts';
import { inspectImage } from '../image-type.ts';
import type { ExportSource } from './export-source.ts';

/** What an export tells of an image file. */
export interface PictureFacts {
	readonly width: number;
	readonly height: number;
	/** SHA-256 of the file, in hex. */
	readonly hash: string;
}

/** Why an image cannot be exported. */
export type PictureFault = 'gone' | 'broken';

/** Looks at each image of the newsroom once. */
export interface PictureShelf {
	look(path: MediaPath): Promise<PictureFacts | PictureFault>;
	/** What is known of an image that was looked at and is good. */
	facts(path: MediaPath): PictureFacts | null;
	fault(path: MediaPath): PictureFault | null;
}

/** Makes a shelf that keeps what it learnt, not the bytes. */
export function createPictureShelf(source: Pick<ExportSource, 'readMedia'>): PictureShelf {
	const known = new Map<MediaPath, PictureFacts | PictureFault>();
	return {
		async look(path) {
			let facts = known.get(path);
			if (facts === undefined) {
				const bytes = await source.readMedia(path);
				facts = bytes === null ? 'gone' : examine(bytes, path);
				known.set(path, facts);
			}
			return facts;
		},
		facts(path) {
			const facts = known.get(path);
			return typeof facts === 'object' ? facts : null;
		},
		fault(path) {
			const facts = known.get(path);
			return typeof facts === 'string' ? facts : null;
		},
	};
}

/** SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
	return hash('sha256', bytes, 'hex');
}

function examine(bytes: Uint8Array, path: MediaPath): PictureFacts | PictureFault {
	try {
		const { width, height } = inspectImage(bytes, path);
		return { width, height, hash: hashOf(bytes) };
	} catch (error) {
		if (error instanceof FailureError) return 'broken';
		throw error;
	}
}
