import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { damagedDocument, protectedDocument, tooLargeDocument } from './document-failure.ts';

/** What an office document may unpack to; its own size is limited before. */
const largestUnpacked = 300 * 1024 * 1024;
const mostFiles = 20_000;

/** The files of an office document, each whole and of the size that it says. */
export interface Unpacked {
	/** A file in it; null when there is none. */
	read(path: string): Promise<Buffer | null>;
}

/** Opens an office document, and unpacks all of it once, so that nothing in it is larger than it says. */
export async function unpack(name: string, bytes: Uint8Array): Promise<Unpacked> {
	const zip = await openZip(name, bytes);
	const entries = new Map<string, Entry>();
	let total = 0;
	try {
		for await (const entry of zip.eachEntry()) {
			if (entry.isEncrypted()) throw protectedDocument(name);
			total += entry.uncompressedSize;
			if (total > largestUnpacked || entries.size >= mostFiles) throw tooLargeDocument(name);
			entries.set(entry.fileName, entry);
		}
		for (const entry of entries.values()) await contentOf(zip, entry, false);
	} catch (error) {
		throw error instanceof Error && error.name === 'FailureError' ? error : damagedDocument(name);
	}
	return {
		read: async (path) => {
			const entry = entries.get(path);
			return entry ? await contentOf(zip, entry, true) : null;
		},
	};
}

async function openZip(name: string, bytes: Uint8Array): Promise<ZipFile> {
	try {
		return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
			lazyEntries: true,
			validateEntrySizes: true,
		});
	} catch {
		throw damagedDocument(name);
	}
}

/** Unpacks one file; what is not kept only has to be whole. */
async function contentOf(zip: ZipFile, entry: Entry, isKept: boolean): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const part of await zip.openReadStreamPromise(entry)) if (isKept) parts.push(part);
	return Buffer.concat(parts);
}
