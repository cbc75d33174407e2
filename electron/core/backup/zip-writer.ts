import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sealLength, sealOpening } from './manifest.ts';

/** Writes a zip file piece by piece. */
export interface ZipWriter {
	/** Adds a file; returns once its bytes are on their way, so that no more than a few files are held at once. */
	add(path: string, bytes: Uint8Array, modified: Date): Promise<void>;
	/** Ends the zip with its seal. */
	finish(): Promise<void>;
}

/** What is packed already; packing it again takes time and saves nothing. */
const packed = /\.(?:png|jpe?g|gif|webp|avif|zip|gz|mp[34]|woff2?)$/i;
/** The times that a zip can hold. */
const earliest = Date.UTC(1980, 0, 2);
const latest = Date.UTC(2037, 11, 31);

/** Begins a zip; `write` gets its bytes in order, and what it throws ends the work. */
export function createZipWriter(write: (bytes: Uint8Array) => Promise<void>): ZipWriter {
	const zip = new ZipFile();
	const hash = createHash('sha256');
	const pumped = (async () => {
		let held = Buffer.alloc(0);
		for await (const chunk of zip.outputStream) {
			held = Buffer.concat([held, Buffer.from(chunk)]);
			if (held.length <= sealLength) continue;
			const sealed = held.subarray(0, held.length - sealLength);
			hash.update(sealed);
			await write(sealed);
			held = held.subarray(held.length - sealLength);
		}
		// In the place of the zeros that the comment was written with.
		await write(Buffer.from(hash.digest('hex'), 'latin1'));
	})();
	const failed = new Promise<never>((_, reject) => {
		pumped.catch(reject);
		zip.on('error', reject);
		zip.outputStream.on('error', reject);
	});
	// Whoever waits for the work hears of it; between two pieces of work nobody waits.
	failed.catch(() => undefined);

	return {
		async add(path, bytes, modified) {
			const content = Readable.from(slices(bytes));
			const taken = once(content, 'end');
			const mtime = new Date(Math.min(latest, Math.max(earliest, modified.getTime())));
			zip.addReadStreamLazy(path, { mtime, mode: 0o100644, size: bytes.length, compress: !packed.test(path) }, (give) =>
				give(null, content),
			);
			await Promise.race([taken, failed]);
		},
		async finish() {
			zip.end({ comment: sealOpening + '0'.repeat(sealLength), forceZip64Format: false });
			await Promise.race([pumped, failed]);
		},
	};
}

/** Small enough that the disk's pace holds back the packing. */
function* slices(bytes: Uint8Array): Generator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += 256 * 1024) yield bytes.subarray(at, at + 256 * 1024);
}
