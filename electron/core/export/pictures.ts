import { hash } from 'node:crypto';
import { FailureError } from '#shared/failure.ts';
import type { MediaPath } from '#shared/model/block.ts';
import { inspectImage } from '../media/image-type.ts';
import type { ExportSource } from './export-source.ts';

/** What an export tells of an image file. */
export interface PictureFacts {
	readonly width: number;
	readonly height: number;
	/** SHA-256 of the file, in hex. */
	readonly hash: string;
}

/** Why an image cannot be exported. */
export type PictureFault = 'gone' | 'broken' | 'unreadable';

/** Looks at each image of the newsroom once. */
export interface Pictures {
	look(path: MediaPath): Promise<PictureFacts | PictureFault>;
	/** What is known of an image that was looked at and is good. */
	facts(path: MediaPath): PictureFacts | null;
	fault(path: MediaPath): PictureFault | null;
}

/** Keeps what it learnt of images, not their bytes. */
export function createPictures(source: Pick<ExportSource, 'readMedia'>): Pictures {
	const known = new Map<MediaPath, PictureFacts | PictureFault>();
	return {
		async look(path) {
			let facts = known.get(path);
			if (facts === undefined) {
				facts = await examine(source, path);
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
export function hashOf(bytes: Uint8Array | string): string {
	return hash('sha256', bytes, 'hex');
}

async function examine(
	{ readMedia }: Pick<ExportSource, 'readMedia'>,
	path: MediaPath,
): Promise<PictureFacts | PictureFault> {
	let bytes: Uint8Array | null;
	try {
		bytes = await readMedia(path);
	} catch (error) {
		if (error instanceof FailureError) return 'unreadable';
		throw error;
	}
	if (bytes === null) return 'gone';
	try {
		const { width, height } = inspectImage(bytes, path);
		return { width, height, hash: hashOf(bytes) };
	} catch (error) {
		if (error instanceof FailureError) return 'broken';
		throw error;
	}
}
